import { useTranslation } from 'react-i18next';
import type { FacePose } from '#protocol/face';
import { Icon } from './Icon';
import styles from './FaceSteps.module.css';

interface FaceStepsProps {
  readonly poses: readonly FacePose[];
  readonly index: number;
}

function stateOf(position: number, index: number): 'done' | 'now' | 'next' {
  if (position < index) return 'done';
  return position === index ? 'now' : 'next';
}

/** The movements of this attempt in the server's order: done, now, still to come. */
export function FaceSteps({ poses, index }: FaceStepsProps) {
  const { t } = useTranslation('common');
  return (
    <ol className={styles.steps}>
      {poses.map((pose, position) => {
        const state = stateOf(position, index);
        return (
          <li
            key={`${pose}-${position}`}
            className={styles.step}
            data-state={state}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            {state === 'done' && <Icon name="check" bold />}
            <span>{t(`face.steps.${pose}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
