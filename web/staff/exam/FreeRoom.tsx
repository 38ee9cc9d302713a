import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import { countdown } from '../../i18n/times';
import { Button } from '../../ui/Button';
import { useServerNow } from '../../ui/server-clock';
import { useConsoleContext } from '../console/context';
import { nextInQueue } from '../console/queue-order';
import { stepOf } from '../console/row-state';
import styles from './exam.module.css';

/** Nobody is inside: who is invited, or the next in the queue and the one button that calls him. */
export function FreeRoom() {
  const { t } = useTranslation('staff');
  const { view } = useConsoleContext();
  const { occupant, phase } = view.room;
  if (phase !== 'open') return <Words title={t(`roomPhase.${phase}`)} hint={t(`roomPhase.${phase}Note`)} />;
  return occupant ? <Invited sittingId={occupant.sittingId} /> : <Free />;
}

function Words({ title, hint }: { readonly title: string; readonly hint: string }) {
  return (
    <div className={styles.free}>
      <h2>{title}</h2>
      <p className={styles.hint}>{hint}</p>
    </div>
  );
}

function Free() {
  const { t } = useTranslation('staff');
  const { me, view, orders } = useConsoleContext();
  const [invited, setInvited] = useState<string | null>(null);
  const next = nextInQueue(view.rows);
  const invite = async (sittingId: string): Promise<void> => {
    setInvited(sittingId);
    await orders.toRoom({ kind: 'invite', sittingId, called: false });
    setInvited(null);
  };
  return (
    <div className={styles.free}>
      <h2>{t('exam.freeTitle')}</h2>
      <p className={styles.hint}>{next ? t('exam.freeHint') : t('exam.nobodyWaiting')}</p>
      {next && holds(me.role, 'invite a candidate') && (
        <Button
          kind="primary"
          size="big"
          icon="bell"
          busy={invited === next.sittingId}
          onClick={() => void invite(next.sittingId)}
        >
          {t('exam.inviteNext', { name: next.name })}
        </Button>
      )}
    </div>
  );
}

/** The bell rings at the candidate: how much longer he has. */
function Invited({ sittingId }: { readonly sittingId: string }) {
  const { t } = useTranslation('staff');
  const { view, nameOf } = useConsoleContext();
  const now = useServerNow();
  const row = view.rows.find((each) => each.sittingId === sittingId);
  const step = row ? stepOf(row, 'waiting') : null;
  return (
    <div className={styles.free}>
      <h2>{t('exam.invitedTitle', { name: nameOf(sittingId) })}</h2>
      <p className={styles.hint}>{t('exam.invitedHint')}</p>
      {step?.phase === 'invited' && (
        <p className={styles.count} role="timer">
          {countdown(step.expiresAt - now)}
        </p>
      )}
    </div>
  );
}
