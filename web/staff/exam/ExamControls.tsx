import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { ConsoleRow } from '#protocol/live.schema';
import { Button } from '../../ui/Button';
import { Clock } from '../../ui/Clock';
import { StageControls } from '../../ui/StageControls';
import type { ClockPage } from '../clock/ClockDialog';
import { useConsoleContext } from '../console/context';
import { MessageButton } from '../parts/MessageButton';
import { ReasonDialog } from '../parts/ReasonDialog';
import type { StaffStage } from '../video/staff-stage';
import { EndDialog } from './EndDialog';
import styles from './exam.module.css';

interface ExamControlsProps {
  readonly row: ConsoleRow;
  readonly stage: StaffStage;
  readonly ending: boolean;
  readonly onClock: (page: ClockPage) => void;
}

/** Clock left, what one does in the middle, the end at the right. */
export function ExamControls({ row, stage, ending, onClock }: ExamControlsProps) {
  const { t } = useTranslation('staff');
  const { me, orders } = useConsoleContext();
  const [asking, setAsking] = useState<'pause' | 'end' | null>(null);
  const clock = row.staff?.view.clock ?? null;
  const paused = clock?.pausedSince != null;
  const close = (): void => {
    orders.dismiss();
    setAsking(null);
  };
  const pause = async (reason: string): Promise<void> => {
    if (await orders.toSitting(row.sittingId, { kind: 'pause', reason })) setAsking(null);
  };
  const resume = (): void => void orders.toSitting(row.sittingId, { kind: 'resume' });
  return (
    <div className={styles.controls}>
      <StageControls
        start={
          clock && (
            <span className={styles.clock}>
              <Clock {...clock} />
              <Button
                kind="ink"
                size="small"
                icon="list"
                aria-haspopup="dialog"
                onClick={() => onClock('ledger')}
              >
                {t('clock.open')}
              </Button>
            </span>
          )
        }
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
          <Button icon="plus" aria-haspopup="dialog" onClick={() => onClock('extend')}>
            {t('exam.extend')}
          </Button>
        )}
        {holds(me.role, 'pause a clock') &&
          (paused ? (
            <Button icon="play" busy={orders.busy === 'resume'} onClick={resume}>
              {t('exam.resume')}
            </Button>
          ) : (
            <Button icon="pause" aria-haspopup="dialog" onClick={() => setAsking('pause')}>
              {t('exam.pause')}
            </Button>
          ))}
        {stage.ownTrouble !== 'only-looking' && (
          <Button icon={stage.microphone ? 'mic' : 'mic-off'} onClick={stage.toggleMicrophone}>
            {stage.microphone ? t('stage.micOn') : t('stage.micOff')}
          </Button>
        )}
        {holds(me.role, 'write messages') && <MessageButton row={row} />}
      </StageControls>
      {asking === 'end' && <EndDialog row={row} stage={stage} onClose={close} />}
      {asking === 'pause' && (
        <ReasonDialog
          title={t('exam.pause')}
          note={t('exam.pauseNote')}
          confirm={t('exam.pause')}
          busy={orders.busy === 'pause'}
          onConfirm={(reason) => void pause(reason)}
          onClose={close}
        />
      )}
    </div>
  );
}
