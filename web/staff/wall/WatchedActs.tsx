import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import { Button } from '../../ui/Button';
import { ClockDialog } from '../clock/ClockDialog';
import { useConsoleContext } from '../console/context';
import { stepOf } from '../console/row-state';
import { MessageButton } from '../parts/MessageButton';
import { ReasonDialog } from '../parts/ReasonDialog';
import { IncidentDialog } from './IncidentDialog';
import type { WallRow } from './wall-row';
import styles from './wall.module.css';

interface WatchedActsProps {
  readonly line: WallRow;
  readonly onNoted: () => void;
}

/** What can be done for one candidate: a word, time, a pause, the room, an incident, the end. */
export function WatchedActs({ line: { row, place }, onNoted }: WatchedActsProps) {
  const { t } = useTranslation('proctored');
  const { t: staff } = useTranslation('staff');
  const { me, orders } = useConsoleContext();
  const [asked, setAsked] = useState<'extend' | 'pause' | 'end' | 'incident' | null>(null);
  const { sittingId, name } = row;
  const clock = row.staff?.view.clock ?? null;
  const step = stepOf(row, 'proctored');
  const undo = step?.phase === 'looking-back' && step.ended.undoUntil !== null;
  const runs = place === 'running' && clock !== null;
  const close = (): void => {
    orders.dismiss();
    setAsked(null);
  };
  const give = async (kind: 'pause' | 'end', reason: string): Promise<void> => {
    if (await orders.toSitting(sittingId, { kind, reason })) setAsked(null);
  };
  return (
    <div className={styles.acts}>
      {holds(me.role, 'write messages') && <MessageButton row={row} />}
      {holds(me.role, 'note an incident') && (
        <Button icon="doc" aria-haspopup="dialog" onClick={() => setAsked('incident')}>
          {t('wall.incident')}
        </Button>
      )}
      {runs && holds(me.role, 'give time') && (
        <>
          <Button icon="plus" aria-haspopup="dialog" onClick={() => setAsked('extend')}>
            {staff('exam.extend')}
          </Button>
          <Button
            icon="scan"
            busy={orders.busy === 'ask-for-room'}
            onClick={() => void orders.toSitting(sittingId, { kind: 'ask-for-room' })}
          >
            {t('wall.askRoom')}
          </Button>
        </>
      )}
      {runs &&
        holds(me.role, 'pause a clock') &&
        (clock.pausedSince === null ? (
          <Button icon="pause" aria-haspopup="dialog" onClick={() => setAsked('pause')}>
            {staff('exam.pause')}
          </Button>
        ) : (
          <Button
            icon="play"
            busy={orders.busy === 'resume'}
            onClick={() => void orders.toSitting(sittingId, { kind: 'resume' })}
          >
            {staff('exam.resume')}
          </Button>
        ))}
      {undo && (
        <Button
          icon="undo"
          busy={orders.busy === 'undo-end'}
          onClick={() => void orders.toSitting(sittingId, { kind: 'undo-end' })}
        >
          {t('wall.undo')}
        </Button>
      )}
      {runs && holds(me.role, 'end a sitting') && (
        <Button kind="danger" icon="exit" aria-haspopup="dialog" onClick={() => setAsked('end')}>
          {t('wall.endOne')}
        </Button>
      )}
      {asked === 'extend' && <ClockDialog row={row} page="extend" onClose={close} />}
      {asked === 'incident' && <IncidentDialog sittingId={sittingId} onNoted={onNoted} onClose={close} />}
      {(asked === 'pause' || asked === 'end') && (
        <ReasonDialog
          title={asked === 'pause' ? staff('exam.pause') : t('wall.endTitle', { name })}
          note={asked === 'end' ? t('wall.endNote') : undefined}
          confirm={asked === 'pause' ? staff('exam.pause') : t('wall.endOne')}
          grave={asked === 'end'}
          busy={orders.busy === asked}
          onConfirm={(reason) => void give(asked, reason)}
          onClose={close}
        />
      )}
    </div>
  );
}
