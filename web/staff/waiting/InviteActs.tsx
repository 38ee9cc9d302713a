import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { ConsoleRow } from '#protocol/live.schema';
import { Button } from '../../ui/Button';
import { useConsoleContext } from '../console/context';
import { stepOf } from '../console/row-state';
import { ReasonDialog } from '../parts/ReasonDialog';
import { inviteState } from './invite-state';
import { useReasonNot } from './use-reason-not';
import styles from './InviteActs.module.css';

/** Invite and defer. The next one takes one click, anybody else a reason; a disabled invite says why. */
export function InviteActs({ row }: { readonly row: ConsoleRow }) {
  const { t } = useTranslation('staff');
  const { me, view, orders } = useConsoleContext();
  const [asking, setAsking] = useState<'early' | 'silent' | 'defer' | null>(null);
  const talking = row.talkingWith?.staffId === me.staffId;
  const now = inviteState({ row, rows: view.rows, room: view.room, talking });
  const reasonNot = useReasonNot(now);
  const { name } = row;
  const close = (): void => {
    orders.dismiss();
    setAsking(null);
  };
  const invite = async (reason?: string): Promise<void> => {
    const called = now.state === 'call-in';
    if (await orders.toRoom({ kind: 'invite', sittingId: row.sittingId, called, reason })) setAsking(null);
  };
  const defer = async (reason: string): Promise<void> => {
    if (await orders.toSitting(row.sittingId, { kind: 'defer', reason: reason || undefined }))
      setAsking(null);
  };
  const wantsReason = now.state === 'early' || now.state === 'silent' ? now.state : null;
  const label = {
    early: t('act.inviteAnyway', { name }),
    silent: t('act.inviteSilent', { name }),
    'call-in': t('act.callIn', { name }),
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
          onClick={() => (wantsReason ? setAsking(wantsReason) : void invite())}
        >
          {wantsReason || now.state === 'call-in'
            ? label[wantsReason ?? 'call-in']
            : t('act.invite', { name })}
        </Button>
        {mayDefer && (
          <Button aria-haspopup="dialog" onClick={() => setAsking('defer')}>
            {t('act.defer')}
          </Button>
        )}
      </div>
      {row.staff?.identity.status === 'open' && <p className={styles.note}>{t('act.identityNote')}</p>}
      {(asking === 'early' || asking === 'silent') && (
        <ReasonDialog
          title={label[asking]}
          note={t(asking === 'early' ? 'act.inviteWhy' : 'act.inviteSilentWhy')}
          confirm={t('act.invite', { name })}
          busy={orders.busy === 'invite'}
          onConfirm={(reason) => void invite(reason)}
          onClose={close}
        />
      )}
      {asking === 'defer' && (
        <ReasonDialog
          title={t('act.deferTitle', { name })}
          note={t('act.deferWhy')}
          confirm={t('act.defer')}
          optional
          busy={orders.busy === 'defer'}
          onConfirm={(reason) => void defer(reason)}
          onClose={close}
        />
      )}
    </div>
  );
}
