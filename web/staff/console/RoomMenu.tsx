import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds, type StaffRole } from '#protocol/policies';
import { Button } from '../../ui/Button';
import { ButtonLink } from '../../ui/ButtonLink';
import { Dialog } from '../../ui/Dialog';
import { ExtendForm } from '../clock/ExtendForm';
import { MessagesDialog } from '../parts/MessagesDialog';
import { OrderNote } from '../parts/OrderNote';
import { ReasonDialog } from '../parts/ReasonDialog';
import { useConsoleContext } from './context';
import styles from './RoomMenu.module.css';

export const maySpeakToRoom = (role: StaffRole): boolean =>
  holds(role, 'write messages') || holds(role, 'order the whole room');

type Asked = 'announce' | 'extend' | 'pause' | 'close' | 'reopen';

/** What concerns everybody in the room: announce, pause, go on, close, open again. */
export function RoomMenu({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('staff');
  const { orders } = useConsoleContext();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => {
    orders.dismiss();
    onClose();
  };
  if (asked === null) return <Choices onAsk={setAsked} onClose={close} />;
  if (asked === 'announce') return <MessagesDialog row={null} onClose={close} />;
  if (asked === 'extend')
    return (
      <Dialog open title={t('exam.extendRoom')} onClose={close}>
        <OrderNote />
        <ExtendForm row={null} onDone={close} />
      </Dialog>
    );
  const give = async (reason: string): Promise<void> => {
    if (await orders.toRoom({ kind: asked, reason })) onClose();
  };
  const title = t(`exam.${asked}Room`);
  return (
    <ReasonDialog
      title={title}
      note={t(`exam.${asked}RoomNote`)}
      confirm={title}
      grave={asked === 'close'}
      busy={orders.busy === asked}
      onConfirm={(reason) => void give(reason)}
      onClose={close}
    />
  );
}

interface ChoicesProps {
  readonly onAsk: (asked: Asked) => void;
  readonly onClose: () => void;
}

function Choices({ onAsk, onClose }: ChoicesProps) {
  const { t } = useTranslation('staff');
  const { me, view, orders } = useConsoleContext();
  const { phase } = view.room;
  const records = view.start.flow.steps.some(({ kind }) => kind === 'recording');
  const mayOrder = holds(me.role, 'order the whole room');
  const resume = async (): Promise<void> => {
    if (await orders.toRoom({ kind: 'resume' })) onClose();
  };
  return (
    <Dialog open size="narrow" title={t('exam.roomTitle')} onClose={onClose}>
      <OrderNote />
      <div className={styles.acts}>
        {holds(me.role, 'write messages') && (
          <Button wide icon="chat" onClick={() => onAsk('announce')}>
            {t('exam.announce')}
          </Button>
        )}
        {records && holds(me.role, 'read answers') && (
          <ButtonLink wide icon="play" href={`/staff/rooms/${view.room.roomId}/takes`}>
            {t('exam.takes')}
          </ButtonLink>
        )}
        {mayOrder && phase === 'open' && (
          <>
            <Button wide icon="plus" onClick={() => onAsk('extend')}>
              {t('exam.extendRoom')}
            </Button>
            <Button wide icon="pause" onClick={() => onAsk('pause')}>
              {t('exam.pauseRoom')}
            </Button>
            <Button wide kind="danger" icon="lock" onClick={() => onAsk('close')}>
              {t('exam.closeRoom')}
            </Button>
          </>
        )}
        {mayOrder && phase === 'paused' && (
          <Button
            wide
            kind="primary"
            icon="play"
            busy={orders.busy === 'resume'}
            onClick={() => void resume()}
          >
            {t('exam.resumeRoom')}
          </Button>
        )}
        {mayOrder && phase === 'closed' && (
          <Button wide icon="unlock" onClick={() => onAsk('reopen')}>
            {t('exam.reopenRoom')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
