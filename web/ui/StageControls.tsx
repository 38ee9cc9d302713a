import type { ReactNode } from 'react';
import styles from './StageControls.module.css';

interface StageControlsProps {
  readonly start?: ReactNode;
  readonly children: ReactNode;
  readonly end?: ReactNode;
}

/** Three groups that keep their places: the clock left, what one does in the middle, the way out right. */
export function StageControls({ start, children, end }: StageControlsProps) {
  return (
    <div className={styles.frame}>
      <div className={styles.row}>
        <div className={styles.start}>{start}</div>
        <div className={styles.middle}>{children}</div>
        <div className={styles.end}>{end}</div>
      </div>
    </div>
  );
}
