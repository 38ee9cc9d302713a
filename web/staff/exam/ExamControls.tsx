import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { ConsoleRow } from '#protocol/live.schema';
import { Button } from '../../ui/Button';
import { Clock } from '../../ui/Clock';
import { StageControls } from '../../ui/StageControls';
import { useConsoleContext } from '../console/context';
import { MessagesDialog } from '../parts/MessagesDialog';
import { ReasonDialog } from '../parts/ReasonDialog';
import type { StaffStage } from '../video/staff-stage';
import { EndDialog } from './EndDialog';

const EXTENSION_MS = 180_000;
type Asking = 'extend' | 'pause' | 'end' | 'message' | null;

interface ExamControlsProps {
  readonly row: ConsoleRow;
  readonly stage: StaffStage;
  readonly ending: boolean;
}

/** Clock left, what one does in the middle, the end at the right. */
export function ExamControls({ row, stage, ending }: ExamControlsProps) {
  const { t } = useTranslation('staff');
  const { me, orders } = useConsoleContext();
  const [asking, setAsking] = useState<Asking>(null);
  const clock = row.staff?.view.clock ?? null;
  const paused = clock?.pausedSince != null;
  const give = async (kind: 'extend' | 'pause', reason: string): Promise<void> => {
    const order =
      kind === 'extend' ? ({ kind, ms: EXTENSION_MS, reason } as const) : ({ kind, reason } as const);
    await orders.toSitting(row.sittingId, order);
    setAsking(null);
  };
  const resume = (): void => void orders.toSitting(row.sittingId, { kind: 'resume' });
  return (
    <>
      <StageControls
        start={clock && <Clock {...clock} />}
        end={
          holds(me.role, 'end a sitting') &&
          !ending && (
            <Button kind="danger" icon="exit" onClick={() => setAsking('end')}>
              {t('exam.end')}
            </Button>
          )
        }
      >
        {holds(me.role, 'give time') && (
          <Button icon="plus" onClick={() => setAsking('extend')}>
            {t('exam.extend')}
          </Button>
        )}
        {holds(me.role, 'pause a clock') &&
          (paused ? (
            <Button icon="play" busy={orders.busy === 'resume'} onClick={resume}>
              {t('exam.resume')}
            </Button>
          ) : (
            <Button icon="pause" onClick={() => setAsking('pause')}>
              {t('exam.pause')}
            </Button>
          ))}
        {stage.ownTrouble !== 'only-looking' && (
          <Button icon={stage.microphone ? 'mic' : 'mic-off'} onClick={stage.toggleMicrophone}>
            {stage.microphone ? t('stage.micOn') : t('stage.micOff')}
          </Button>
        )}
        {holds(me.role, 'write messages') && (
          <Button icon="chat" onClick={() => setAsking('message')}>
            {t('stage.message')}
          </Button>
        )}
      </StageControls>
      {asking === 'message' && <MessagesDialog row={row} onClose={() => setAsking(null)} />}
      {asking === 'end' && <EndDialog row={row} stage={stage} onClose={() => setAsking(null)} />}
      {(asking === 'extend' || asking === 'pause') && (
        <ReasonDialog
          title={asking === 'extend' ? t('exam.extendTitle') : t('exam.pauseTitle')}
          confirm={asking === 'extend' ? t('exam.extend') : t('exam.pause')}
          busy={orders.busy === asking}
          onConfirm={(reason) => void give(asking, reason)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
