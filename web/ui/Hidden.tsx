import type { ReactNode } from 'react';
import styles from './Hidden.module.css';

interface HiddenProps {
  readonly children: ReactNode;
  readonly id?: string;
  /** `polite` texts are read out when they change. */
  readonly live?: 'polite' | 'assertive';
}

/** Text for screen readers only. */
export function Hidden({ children, id, live }: HiddenProps) {
  return (
    <span id={id} className={styles.hidden} aria-live={live} aria-atomic={live ? true : undefined}>
      {children}
    </span>
  );
}
