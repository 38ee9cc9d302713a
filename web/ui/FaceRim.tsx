import { Icon } from './Icon';
import type { IconName } from './icon-paths';
import styles from './FaceRim.module.css';

interface FaceRimProps {
  readonly lit: 'none' | 'left' | 'right' | 'bottom' | 'all';
  readonly mood: 'plain' | 'ok' | 'warn';
}

/** Quarter arcs of the oval, on the side to turn to. */
const arcs = {
  none: '',
  left: 'M143 4A139 174 0 0 0 4 178',
  right: 'M143 4A139 174 0 0 1 282 178',
  bottom: 'M45 301A139 174 0 0 0 241 301',
  all: 'M143 4A139 174 0 1 1 142.990 4',
} as const;

const arrows: Record<'left' | 'right', IconName> = { left: 'left', right: 'right' };

export function FaceRim({ lit, mood }: FaceRimProps) {
  return (
    <>
      <svg className={styles.rim} viewBox="0 0 286 356" aria-hidden="true" data-mood={mood}>
        <ellipse className={styles.track} cx="143" cy="178" rx="139" ry="174" />
        {lit !== 'none' && <path className={styles.arc} d={arcs[lit]} />}
      </svg>
      {(lit === 'left' || lit === 'right') && (
        <span className={lit === 'left' ? styles.arrowLeft : styles.arrowRight} aria-hidden="true">
          <Icon name={arrows[lit]} />
        </span>
      )}
    </>
  );
}
