import { useTranslation } from 'react-i18next';
import type { StepViews } from '#steps/schemas';
import { Button } from '../../../ui/Button';
import { FaceOval } from '../../../ui/FaceOval';
import type { FaceHints, FacePhase } from '../../../ui/face-phases';
import type { LightWord } from '../../../media/picture-light';
import { useCameraState } from '../../../media/MediaProvider';
import { useOpenCamera } from '../../devices/use-open-camera';
import { NoNote } from '../../../ui/NoNote';
import { StepPage } from '../../parts/StepPage';
import { useStep } from '../../sitting/use-step';
import { AttemptPill } from './AttemptPill';
import { CameraTrouble } from './CameraTrouble';
import { CaptureCountdown } from './CaptureCountdown';
import { posesOf } from './sequence';
import { useAttempt, type AttemptState } from './use-attempt';
import styles from './face-check.module.css';

interface FaceChallengeProps {
  readonly view: Extract<StepViews['face-check'], { phase: 'challenge' }>;
  readonly onPicture: (picture: Blob) => void;
}

const light = { black: 'dark', dark: 'dark', good: 'good', bright: 'bright' } as const satisfies Record<
  LightWord,
  FaceHints['light']
>;

function phaseOf(state: AttemptState, poses: ReturnType<typeof posesOf>, seen: boolean): FacePhase {
  if (!seen) return { kind: 'missing' };
  if (state.at === 'asking') return { kind: 'challenge', index: state.index, poses };
  return state.at === 'sending' ? { kind: 'comparing', ahead: null } : { kind: 'finding' };
}

/** The server's movements, one after the other, each with its countdown. The page takes pictures; it judges nothing. */
export function FaceChallenge({ view, onPicture }: FaceChallengeProps) {
  const { t } = useTranslation('candidate');
  const camera = useCameraState();
  const { texts, ask, busy } = useStep<'face-check'>(view);
  useOpenCamera(true, { facing: 'user' });
  const seen = camera.camera === 'live' || camera.camera === 'covered';
  const state = useAttempt({ view, ready: seen, submit: (command) => void ask(command), onPicture });
  const poses = posesOf(view.challenges);
  return (
    <StepPage
      title={texts.title}
      theme="stage"
      foot={
        <>
          <p className={styles.either}>{t('face.onlyForThis')}</p>
          <Button
            wide
            icon="id"
            busy={busy('face-check.by-card')}
            onClick={() => void ask({ name: 'face-check.by-card' })}
          >
            {t('face.ratherCard')}
          </Button>
        </>
      }
    >
      {!seen && camera.status !== 'asking' && <CameraTrouble />}
      {state.at === 'refused' && <NoNote no={state.refused.no} requestId={state.refused.requestId} />}
      <AttemptPill attempts={view.attempts} attemptsLeft={view.attemptsLeft} />
      <FaceOval
        stream={camera.stream}
        phase={phaseOf(state, poses, seen || camera.status === 'asking')}
        hints={camera.light ? { light: light[camera.light] } : undefined}
      />
      {state.at === 'asking' && <CaptureCountdown capturesAt={state.capturesAt} taking={state.taking} />}
      {state.at === 'running-out' && <p className={styles.runningOut}>{t('face.runningOut')}</p>}
    </StepPage>
  );
}
