import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ulid } from 'ulid';
import { writeAsCandidate } from '#contract/live';
import { useApi } from '../../../api/ApiProvider';
import { Button } from '../../../ui/Button';
import { Clock } from '../../../ui/Clock';
import { Hidden } from '../../../ui/Hidden';
import { StageControls } from '../../../ui/StageControls';
import { useMicrophone } from '../../devices/microphone-context';
import { useSitting } from '../../sitting/sitting-context';
import { lateTime } from '../../time/late-time';
import { LeaveDialog } from './LeaveDialog';
import styles from './interview.module.css';

interface InterviewControlsProps {
  readonly fresh: boolean;
  readonly anyQuestion: boolean;
  /** A question is being read. */
  readonly open: boolean;
  readonly onQuestion: () => void;
}

/** The clock left, what one does in the middle, the way out right. */
export function InterviewControls({ fresh, anyQuestion, open, onQuestion }: InterviewControlsProps) {
  const { t } = useTranslation('candidate');
  const { call } = useApi();
  const { view, live } = useSitting();
  const { muted, toggle } = useMicrophone();
  const [leaving, setLeaving] = useState(false);
  const [hand, setHand] = useState<'down' | 'busy' | 'up'>('down');
  const clock = view?.clock;
  // A raised hand is a message: staff see it where they see all that candidates write.
  const raise = async (): Promise<void> => {
    setHand('busy');
    const result = await call(writeAsCandidate, { body: { id: ulid(), text: t('interview.handText') } });
    if (result.ok) live.offerMessages([result.value]);
    setHand(result.ok ? 'up' : 'down');
    if (result.ok) setTimeout(() => setHand('down'), 10_000);
  };
  const question = fresh
    ? t('interview.viewQuestion')
    : open
      ? t('interview.hideQuestion')
      : t('interview.viewQuestion');
  return (
    <StageControls
      start={
        clock && (
          <span className={styles.clock}>
            <Clock
              deadlineAt={clock.deadlineAt}
              remainingMs={clock.remainingMs}
              totalMs={clock.totalMs}
              extendedMs={clock.extendedMs}
              size="big"
            />
            <Suspense fallback={null}>
              <lateTime.Button />
            </Suspense>
          </span>
        )
      }
      end={
        <Button kind="danger" icon="exit" onClick={() => setLeaving(true)}>
          {t('interview.leave')}
        </Button>
      }
    >
      <Button icon={muted ? 'mic-off' : 'mic'} aria-pressed={muted} onClick={toggle}>
        {t(muted ? 'interview.micOff' : 'interview.micOn')}
      </Button>
      <Button
        kind={fresh ? 'hot' : 'plain'}
        size="big"
        icon="doc"
        disabledReason={anyQuestion ? null : t('interview.noQuestion')}
        onClick={onQuestion}
      >
        {question}
        {fresh && <Hidden>{t('interview.isNew')}</Hidden>}
      </Button>
      <Button icon="hand" busy={hand === 'busy'} onClick={() => void raise()}>
        {t(hand === 'up' ? 'interview.handUp' : 'interview.hand')}
      </Button>
      <LeaveDialog open={leaving} onStay={() => setLeaving(false)} />
    </StageControls>
  );
}
