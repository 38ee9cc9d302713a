import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import { Button } from '../../ui/Button';
import { useConsoleContext } from '../console/context';
import { groupOf, nextInQueue } from '../console/row-state';
import { RoomOrders } from './RoomOrders';
import styles from './exam.module.css';

/** Nobody is inside: who is invited, or the next in the queue and the one button that calls him. */
export function FreeRoom() {
  const { t } = useTranslation('staff');
  const { me, view, orders, nameOf } = useConsoleContext();
  const [invited, setInvited] = useState<string | null>(null);
  const { occupant } = view.room;
  const next = nextInQueue(view.rows);
  const waiting = view.rows.filter((row) => groupOf(row) === 'queue').length;
  const invite = async (sittingId: string): Promise<void> => {
    setInvited(sittingId);
    await orders.toRoom({ kind: 'invite', sittingId, called: false });
    setInvited(null);
  };
  return (
    <div className={styles.free}>
      <h2>{occupant ? t('exam.invitedTitle', { name: nameOf(occupant.sittingId) }) : t('exam.freeTitle')}</h2>
      <p className={styles.hint}>
        {occupant ? t('exam.invitedHint') : next ? t('exam.freeHint') : t('exam.nobodyWaiting')}
      </p>
      {!occupant && next && holds(me.role, 'invite a candidate') && view.room.phase === 'open' && (
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
      <p className={styles.hint}>{t('exam.waitingCount', { count: waiting })}</p>
      <RoomOrders />
    </div>
  );
}
