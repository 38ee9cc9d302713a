import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ExtendForm } from '../clock/ExtendForm';
import { useConsoleContext } from '../console/context';
import { MessagesDialog } from '../parts/MessagesDialog';
import { OrderNote } from '../parts/OrderNote';
import { ReasonDialog } from '../parts/ReasonDialog';
import { countAt, photographs, writes, type PaperRow } from './paper-row';

interface HallActsProps {
  readonly stepId: string;
  readonly mode: 'online' | 'photographed';
  readonly rows: readonly PaperRow[];
  /** The paper has opened. */
  readonly isOut: boolean;
}

type Asked = 'announce' | 'extend' | 'pause' | 'collect';

/** What concerns everybody who writes: a word, more time, a pause, and the end. */
export function HallActs({ stepId, mode, rows, isOut }: HallActsProps) {
  const { t } = useTranslation('paperStaff');
  const { t: staff } = useTranslation('staff');
  const { me, view, orders } = useConsoleContext();
  const [asked, setAsked] = useState<Asked | null>(null);
  const mayOrder = holds(me.role, 'order the whole room');
  const { phase } = view.room;
  const writing = countAt(rows, ...writes);
  const after = countAt(rows, ...photographs);
  const all = writing + after;
  const close = (): void => {
    orders.dismiss();
    setAsked(null);
  };
  const pause = async (reason: string): Promise<void> => {
    if (await orders.toRoom({ kind: 'pause', reason })) setAsked(null);
  };
  const collect = async (reason: string): Promise<void> => {
    const order = { kind: 'collect', paper: stepId, ...(reason && { reason }) } as const;
    if (await orders.toRoom(order)) setAsked(null);
  };
  return (
    <>
      {holds(me.role, 'write messages') && (
        <Button icon="chat" aria-haspopup="dialog" onClick={() => setAsked('announce')}>
          {staff('exam.announce')}
        </Button>
      )}
      {mayOrder && isOut && phase === 'open' && (
        <>
          <Button icon="plus" aria-haspopup="dialog" onClick={() => setAsked('extend')}>
            {staff('exam.extendRoom')}
          </Button>
          <Button icon="pause" aria-haspopup="dialog" onClick={() => setAsked('pause')}>
            {staff('exam.pauseRoom')}
          </Button>
        </>
      )}
      {mayOrder && phase === 'paused' && (
        <Button
          kind="primary"
          icon="play"
          busy={orders.busy === 'resume'}
          onClick={() => void orders.toRoom({ kind: 'resume' })}
        >
          {staff('exam.resumeRoom')}
        </Button>
      )}
      {mayOrder && isOut && phase !== 'closed' && all > 0 && (
        <Button kind="danger" icon="doc" aria-haspopup="dialog" onClick={() => setAsked('collect')}>
          {t('collect.all')}
        </Button>
      )}
      {asked === 'announce' && <MessagesDialog row={null} onClose={close} />}
      {asked === 'extend' && (
        <Dialog open title={staff('exam.extendRoom')} onClose={close}>
          <OrderNote />
          <ExtendForm row={null} onDone={close} />
        </Dialog>
      )}
      {asked === 'pause' && (
        <ReasonDialog
          title={staff('exam.pauseRoom')}
          note={staff('exam.pauseRoomNote')}
          confirm={staff('exam.pauseRoom')}
          busy={orders.busy === 'pause'}
          onConfirm={(reason) => void pause(reason)}
          onClose={close}
        />
      )}
      {asked === 'collect' && (
        <ReasonDialog
          title={t('collect.allTitle', { count: all })}
          note={t(`collect.all_${mode}`, { writing, after })}
          confirm={t('collect.confirm', { count: all })}
          optional
          grave
          busy={orders.busy === 'collect'}
          onConfirm={(reason) => void collect(reason)}
          onClose={close}
        />
      )}
    </>
  );
}
