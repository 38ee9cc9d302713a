import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './PictureGrid.module.css';

interface PictureGridProps {
  /** The one that speaks, or is spoken with. */
  readonly lead: ReactNode;
  /** The others, in one row under it; on a phone two in a row. */
  readonly others?: readonly ReactNode[];
  /** How high the row is: on consoles the others are small. */
  readonly row?: 'tall' | 'low';
}

/** One large picture and a row of small ones, always in the same places. */
export function PictureGrid({ lead, others = [], row = 'tall' }: PictureGridProps) {
  return (
    <div className={classes(styles.grid, others.length > 0 && styles[row])}>
      <div className={styles.lead}>{lead}</div>
      {others.length > 0 && (
        <div className={styles.others}>
          {others.map((other, index) => (
            <div key={index} className={styles.other}>
              {other}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
