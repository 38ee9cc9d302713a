import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import { Button } from '../../ui/Button';
import { useConsoleContext } from '../console/context';
import { MessagesDialog } from '../parts/MessagesDialog';
import { ReasonDialog } from '../parts/ReasonDialog';
import styles from './exam.module.css';

/** Orders to the whole room: announce, pause, resume, close, reopen. */
export function RoomOrders() {
  const { t } = useTranslation('staff');
  const { me, view, orders } = useConsoleContext();
  const [asking, setAsking] = useState<'pause' | 'close' | 'reopen' | 'announce' | null>(null);
  const mayOrder = holds(me.role, 'order the whole room');
  const { phase } = view.room;
  const titles = { pause: t('exam.pauseRoom'), close: t('exam.closeRoom'), reopen: t('exam.reopenRoom') };
  const give = async (kind: 'pause' | 'close' | 'reopen', reason: string): Promise<void> => {
    await orders.toRoom({ kind, reason });
    setAsking(null);
  };
  return (
    <div className={styles.row}>
      {holds(me.role, 'write messages') && (
        <Button icon="chat" onClick={() => setAsking('announce')}>
          {t('exam.announce')}
        </Button>
      )}
      {mayOrder && phase === 'open' && (
        <>
          <Button icon="pause" onClick={() => setAsking('pause')}>
            {titles.pause}
          </Button>
          <Button kind="danger" icon="lock" onClick={() => setAsking('close')}>
            {titles.close}
          </Button>
        </>
      )}
      {mayOrder && phase === 'paused' && (
        <Button
          icon="play"
          busy={orders.busy === 'resume'}
          onClick={() => void orders.toRoom({ kind: 'resume' })}
        >
          {t('exam.resumeRoom')}
        </Button>
      )}
      {mayOrder && phase === 'closed' && (
        <Button icon="unlock" onClick={() => setAsking('reopen')}>
          {titles.reopen}
        </Button>
      )}
      {asking === 'announce' && <MessagesDialog row={null} onClose={() => setAsking(null)} />}
      {asking && asking !== 'announce' && (
        <ReasonDialog
          title={titles[asking]}
          confirm={titles[asking]}
          busy={orders.busy === asking}
          onConfirm={(reason) => void give(asking, reason)}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}
