import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './Card.module.css';

interface CardProps {
  readonly children: ReactNode;
  readonly title?: ReactNode;
  /** Right of the title: a pill, a count. */
  readonly aside?: ReactNode;
  readonly size?: 'normal' | 'roomy';
  /** Takes the height that is left and scrolls inside. */
  readonly grow?: boolean;
  readonly label?: string;
}

/** A sheet lying in the hall. */
export function Card({ children, title, aside, size = 'normal', grow = false, label }: CardProps) {
  return (
    <section className={classes(styles.card, styles[size], grow && styles.grow)} aria-label={label}>
      {(title || aside) && (
        <div className={styles.head}>
          {title && <h2 className={styles.title}>{title}</h2>}
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
