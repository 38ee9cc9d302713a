import { useTranslation } from 'react-i18next';
import { FaceHintPills } from './FaceHintPills';
import { rimOf, type FaceHints, type FacePhase } from './face-phases';
import { FaceRim } from './FaceRim';
import { FaceSteps } from './FaceSteps';
import { Icon } from './Icon';
import { Spinner } from './Spinner';
import { Video } from './Video';
import styles from './FaceOval.module.css';

interface FaceOvalProps {
  readonly stream: MediaStream | null;
  readonly phase: FacePhase;
  readonly hints?: FaceHints;
}

interface Asked {
  readonly title: string;
  readonly how: string;
}

function useAsked(phase: FacePhase): Asked {
  const { t } = useTranslation('common');
  if (phase.kind === 'challenge') {
    const pose = phase.poses[phase.index] ?? 'front';
    return { title: t(`face.ask.${pose}`), how: t(`face.how.${pose}`) };
  }
  if (phase.kind === 'comparing' && phase.ahead) {
    return { title: t('face.comparing'), how: t('face.queued', { count: phase.ahead }) };
  }
  return { title: t(`face.${phase.kind}`), how: t(`face.${phase.kind}How`) };
}

/** The face check's middle: what is asked, the mirrored picture in its oval, and what to change. Lives on the stage. */
export function FaceOval({ stream, phase, hints }: FaceOvalProps) {
  const { t } = useTranslation('common');
  const { title, how } = useAsked(phase);
  const seen = phase.kind !== 'missing' && stream !== null;
  const mood = phase.kind === 'passed' ? 'ok' : phase.kind === 'failed' || !seen ? 'warn' : 'plain';
  return (
    <div className={styles.check}>
      {phase.kind === 'challenge' && <FaceSteps poses={phase.poses} index={phase.index} />}
      <div className={styles.ask} role="status">
        <p className={styles.title}>{title}</p>
        <p className={styles.how}>{how}</p>
      </div>
      <div className={styles.oval} data-phase={phase.kind}>
        <div className={styles.face}>
          {seen ? (
            <Video stream={stream} label={t('face.picture')} mirrored />
          ) : (
            <span className={styles.missing}>
              <Icon name="camera-off" />
            </span>
          )}
          {phase.kind === 'comparing' && (
            <span className={styles.veil}>
              <Spinner />
            </span>
          )}
          {phase.kind === 'passed' && (
            <span className={styles.veil}>
              <Icon name="check" />
            </span>
          )}
        </div>
        <FaceRim lit={rimOf(phase)} mood={mood} />
      </div>
      {hints && seen && <FaceHintPills hints={hints} />}
    </div>
  );
}
