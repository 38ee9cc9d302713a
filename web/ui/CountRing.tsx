import type { ReactNode } from 'react';
import styles from './CountRing.module.css';

interface CountRingProps {
  /** 0 to 1: what is left. */
  readonly share: number;
  readonly children: ReactNode;
}

const ROUND = 2 * Math.PI * 46;

/** Time running out, drawn as a ring around its figure. */
export function CountRing({ share, children }: CountRingProps) {
  const left = Math.min(1, Math.max(0, share)) * ROUND;
  return (
    <div className={styles.ring}>
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle className={styles.track} cx="50" cy="50" r="46" />
        <circle
          className={styles.left}
          cx="50"
          cy="50"
          r="46"
          strokeDasharray={`${left} ${ROUND}`}
          transform="rotate(-90 50 50)"
        />
      </svg>
      <div className={styles.middle}>{children}</div>
    </div>
  );
}
