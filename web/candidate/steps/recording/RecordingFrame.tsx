import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepViews } from '#steps/schemas';
import { Clock } from '../../../ui/Clock';
import { NoNote } from '../../../ui/NoNote';
import { SkipLink } from '../../../ui/SkipLink';
import { Strip } from '../../../ui/Strip';
import { ExamBar } from '../../parts/ExamBar';
import { NetworkStrip } from '../../parts/NetworkStrip';
import { useSitting } from '../../sitting/sitting-context';
import { lateTime } from '../../time/late-time';
import { shownIn } from './words-of';
import styles from './recording.module.css';

interface RecordingFrameProps {
  readonly view: StepViews['recording'];
  /** Dark where there are pictures, light where there is something to decide. */
  readonly theme: 'hall' | 'stage';
  readonly notices?: ReactNode;
  readonly children: ReactNode;
  /** Stays in reach at the foot. */
  readonly controls?: ReactNode;
}

/** The recorded exam's page: which question, the exam's clock, what happened, and one thing to do. */
export function RecordingFrame({ view, theme, notices, children, controls }: RecordingFrameProps) {
  const { t } = useTranslation('recording');
  const { view: whole, refused } = useSitting();
  const clock = whole?.clock;
  const shown = shownIn(view);
  const number = view.questions.findIndex(({ id }) => id === shown?.id) + 1;
  return (
    <div className={styles.page} data-theme={theme}>
      <SkipLink />
      <ExamBar place={t('nth', { number, all: view.questions.length })}>
        {clock && (
          <span className={styles.clock}>
            <Clock
              bare
              size="small"
              label={t('exam')}
              deadlineAt={clock.deadlineAt}
              remainingMs={clock.remainingMs}
              extendedMs={clock.extendedMs}
            />
            <Suspense fallback={null}>
              <lateTime.Button />
            </Suspense>
          </span>
        )}
      </ExamBar>
      <Strip>
        <NetworkStrip />
        <Suspense fallback={null}>
          <lateTime.Notices />
        </Suspense>
        {notices}
      </Strip>
      <main id="main" tabIndex={-1} className={styles.main}>
        {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
        {children}
      </main>
      {controls && <footer className={styles.controls}>{controls}</footer>}
    </div>
  );
}
