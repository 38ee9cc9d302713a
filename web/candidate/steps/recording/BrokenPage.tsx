import { useTranslation } from 'react-i18next';
import { ulid } from 'ulid';
import type { RecordingView } from '#steps/recording/schema';
import { elapsed } from '../../../i18n/times';
import { useDuration } from '../../../i18n/use-duration';
import { useCameraState } from '../../../media/MediaProvider';
import { Banner } from '../../../ui/Banner';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import type { Question } from '../../questions/use-question';
import { useStep } from '../../sitting/use-step';
import { CameraTrouble } from '../face-check/CameraTrouble';
import { Pictures } from './Pictures';
import { QuestionSheet } from './QuestionSheet';
import { RecordingFrame } from './RecordingFrame';
import { beforeSpan, shownIn, takeIn } from './words-of';
import styles from './recording.module.css';

interface BrokenPageProps {
  readonly view: Extract<RecordingView, { phase: 'broken' }>;
  readonly question: Question | null;
}

/** What is safe comes first: nothing is lost, nothing was paid. Then two ways of equal weight. */
export function BrokenPage({ view, question }: BrokenPageProps) {
  const { t } = useTranslation('recording');
  const duration = useDuration();
  const camera = useCameraState();
  const { ask, busy } = useStep<'recording'>(view);
  const take = takeIn(view);
  const kept = take ? beforeSpan(take, Infinity) : 0;
  const cause = take?.breaks.at(-1)?.cause ?? 'unknown';
  const canGoOn = view.leftMs > 0;
  const isLive = camera.status === 'live' && camera.camera !== 'ended';
  const noCamera = isLive ? null : t('ready.noCamera');
  const redo = (): void => void ask({ name: 'recording.begin', question: view.question, takeId: ulid() });
  return (
    <RecordingFrame view={view} theme="hall">
      <div className={styles.calm}>
        <Banner
          icon="check"
          mood="ok"
          role="status"
          title={`${kept > 0 ? t('broken.kept', { time: elapsed(kept) }) : t('broken.nothingKept')}${t('broken.free')}`}
        >
          {t(`broken.causes.${cause}`)}
        </Banner>
        <h2>{t('broken.title')}</h2>
        {canGoOn && <p>{t('broken.choose')}</p>}
        {camera.status === 'failed' && <CameraTrouble />}
        <div className={styles.ways}>
          {canGoOn && (
            <Card title={t('broken.go')}>
              <p className={styles.why}>{t('broken.goNote', { time: duration(view.leftMs) })}</p>
              <Button
                wide
                icon="play"
                busy={busy('recording.continue')}
                disabledReason={noCamera}
                onClick={() => void ask({ name: 'recording.continue', takeId: view.takeId })}
              >
                {t('broken.go')}
              </Button>
            </Card>
          )}
          <Card
            title={t('broken.redo')}
            aside={<span>{t('quota.left', { count: shownIn(view)?.retakesLeft ?? 0 })}</span>}
          >
            <p className={styles.why}>{t('broken.redoNote')}</p>
            <Button
              wide
              icon="retake"
              busy={busy('recording.begin')}
              disabledReason={noCamera}
              onClick={redo}
            >
              {t('broken.redo')}
            </Button>
          </Card>
        </div>
        <QuestionSheet question={question} />
        <div className={styles.small}>
          <Pictures view={view} recording={false} secondSaved={null} />
        </div>
      </div>
    </RecordingFrame>
  );
}
