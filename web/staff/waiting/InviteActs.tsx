import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { ConsoleRow } from '#protocol/live.schema';
import { clockTime } from '../../i18n/times';
import { Button } from '../../ui/Button';
import { useServerClock } from '../../ui/server-clock';
import { useConsoleContext } from '../console/context';
import { stepOf } from '../console/row-state';
import { ReasonDialog } from '../parts/ReasonDialog';
import { useStaffName } from '../parts/use-staff-name';
import { inviteState, type InviteState } from './invite-state';
import styles from './InviteActs.module.css';

/** Invite and defer. The next one takes one click, anybody else a reason; a disabled invite says why. */
export function InviteActs({ row }: { readonly row: ConsoleRow }) {
  const { t } = useTranslation('staff');
  const { me, view, orders } = useConsoleContext();
  const [asking, setAsking] = useState<'early' | 'defer' | null>(null);
  const talking = row.talkingWith?.staffId === me.staffId;
  const now = inviteState({ row, rows: view.rows, room: view.room, talking });
  const reasonNot = useReasonNot(now);
  const invite = async (reason?: string): Promise<void> => {
    const called = now.state === 'call-in';
    await orders.toRoom({ kind: 'invite', sittingId: row.sittingId, called, reason });
    setAsking(null);
  };
  const defer = async (reason: string): Promise<void> => {
    await orders.toSitting(row.sittingId, { kind: 'defer', reason: reason || undefined });
    setAsking(null);
  };
  const label = {
    early: t('act.inviteAnyway', { name: row.name }),
    'call-in': t('act.callIn', { name: row.name }),
  };
  const mayDefer = holds(me.role, 'defer a candidate') && stepOf(row, 'waiting') !== null;
  return (
    <div className={styles.acts}>
      <div className={styles.row}>
        <Button
          kind="primary"
          wide
          icon={reasonNot ? 'lock' : 'bell'}
          busy={orders.busy === 'invite'}
          disabledReason={reasonNot}
          onClick={() => (now.state === 'early' ? setAsking('early') : void invite())}
        >
          {now.state === 'early' || now.state === 'call-in'
            ? label[now.state]
            : t('act.invite', { name: row.name })}
        </Button>
        {mayDefer && <Button onClick={() => setAsking('defer')}>{t('act.defer')}</Button>}
      </div>
      <p className={styles.note}>{t('act.identityNote')}</p>
      {asking === 'early' && (
        <ReasonDialog
          title={t('act.inviteAnyway', { name: row.name })}
          note={t('act.inviteWhy')}
          confirm={t('act.invite', { name: row.name })}
          busy={orders.busy === 'invite'}
          onConfirm={(reason) => void invite(reason)}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'defer' && (
        <ReasonDialog
          title={t('act.deferTitle', { name: row.name })}
          note={t('act.deferWhy')}
          confirm={t('act.defer')}
          optional
          busy={orders.busy === 'defer'}
          onConfirm={(reason) => void defer(reason)}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}

/** Why no invitation can be given now; null when it can. */
function useReasonNot(now: InviteState): string | null {
  const { t } = useTranslation('staff');
  const { nameOf } = useConsoleContext();
  const staffName = useStaffName();
  const { zone } = useServerClock();
  switch (now.state) {
    case 'next':
    case 'early':
    case 'call-in':
      return null;
    case 'not-waiting':
      return t('act.notWaiting');
    case 'paused':
      return t('act.roomPaused');
    case 'closed':
      return t('act.roomClosed');
    case 'must-call':
      return t('act.mustCall');
    case 'invited':
      return t('act.invitedNow');
    case 'away':
      return t('act.away', { time: clockTime(now.until, zone) });
    case 'inside':
      return t('act.insideBusy', { name: nameOf(now.sittingId) });
    case 'occupied':
      return t('act.occupied', {
        by: staffName(now.by),
        time: clockTime(now.since, zone),
        name: nameOf(now.sittingId),
      });
  }
}
