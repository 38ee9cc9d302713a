import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ulid } from 'ulid';
import type { StepViews } from '#steps/schemas';
import { countdown } from '../../../i18n/times';
import { useDuration } from '../../../i18n/use-duration';
import { useCameraState } from '../../../media/MediaProvider';
import { Button } from '../../../ui/Button';
import { useServerClock, useServerNow } from '../../../ui/server-clock';
import type { Question } from '../../questions/use-question';
import { useStep } from '../../sitting/use-step';
import { CameraTrouble } from '../face-check/CameraTrouble';
import { Pictures } from './Pictures';
import { QuestionSheet } from './QuestionSheet';
import { QuotaLeft } from './QuotaLeft';
import { RecordingFrame } from './RecordingFrame';
import { SoundLine } from './SoundLine';
import { SpaceNote } from './SpaceNote';
import { shownIn } from './words-of';
import styles from './recording.module.css';

interface ReadyPageProps {
  readonly view: StepViews['recording'];
  readonly question: Question | null;
}

/** The question is there. The time to prepare runs, and at its end recording begins by itself. */
export function ReadyPage({ view, question }: ReadyPageProps) {
  const { t } = useTranslation('recording');
  const duration = useDuration();
  const now = useServerNow();
  const clock = useServerClock();
  const camera = useCameraState();
  const { ask, busy } = useStep<'recording'>(view);
  const shown = shownIn(view);
  const id = shown?.id ?? '';
  const preparedAt = shown?.preparedAt ?? 0;
  const isLive = camera.status === 'live' && camera.camera !== 'ended';
  const begin = (): void => void ask({ name: 'recording.begin', question: id, takeId: ulid() });
  // Only a page that saw the time run out begins by itself: one that comes back later lets the candidate press.
  const [runs] = useState(() => preparedAt > clock.now() + 1_000);
  const isOver = now >= preparedAt;
  const beginNow = useEffectEvent(() => {
    if (isLive) begin();
  });
  useEffect(() => {
    if (runs && isOver) beginNow();
  }, [runs, isOver]);
  return (
    <RecordingFrame
      view={view}
      theme="stage"
      notices={<SpaceNote seconds={shown?.maxSeconds ?? 0} />}
      controls={
        <>
          <div className={styles.left}>
            {isOver ? (
              <p>{t('ready.most', { time: duration((shown?.maxSeconds ?? 0) * 1_000) })}</p>
            ) : (
              <>
                <span role="timer" aria-label={t('ready.preparing')} className={styles.figure}>
                  {countdown(preparedAt - now)}
                </span>
                <span className={styles.under}>
                  <span>{t('ready.preparing')}</span>
                  <span>{t('ready.most', { time: duration((shown?.maxSeconds ?? 0) * 1_000) })}</span>
                </span>
              </>
            )}
          </div>
          <div className={styles.middle}>
            <Button
              kind="rec"
              size="big"
              icon="camera"
              busy={busy('recording.begin')}
              disabledReason={isLive ? null : t('ready.noCamera')}
              onClick={begin}
            >
              {t('ready.begin')}
            </Button>
          </div>
          <QuotaLeft left={shown?.retakesLeft ?? 0} />
        </>
      }
    >
      <QuestionSheet question={question} />
      {camera.status === 'failed' && <CameraTrouble />}
      <Pictures view={view} recording={false} secondSaved={null} />
      <SoundLine>
        <span>{t(isOver ? 'ready.own' : 'ready.byItself')}</span>
      </SoundLine>
    </RecordingFrame>
  );
}
