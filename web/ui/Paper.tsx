import type { ReactNode, Ref } from 'react';
import { classes } from './classes';
import styles from './Paper.module.css';

interface PaperProps {
  readonly children: ReactNode;
  /** The heading of what is read, in the same voice. */
  readonly title?: ReactNode;
  readonly size?: 'normal' | 'lead';
  /** Scrolls inside its place and can be read by keyboard; give it a name then. */
  readonly scroll?: boolean;
  readonly label?: string;
  readonly onScroll?: (place: HTMLElement) => void;
  readonly ref?: Ref<HTMLDivElement>;
}

/** A light sheet, also on the stage: what is read on it speaks Song. Pledge, question, notice; never buttons or states. */
export function Paper({
  children,
  title,
  size = 'normal',
  scroll = false,
  label,
  onScroll,
  ref,
}: PaperProps) {
  const reading = scroll ? { tabIndex: 0, role: 'region', 'aria-label': label } : { 'aria-label': label };
  return (
    <div
      ref={ref}
      className={classes(styles.paper, styles[size], scroll && styles.scroll)}
      data-theme="hall"
      onScroll={onScroll && ((event) => onScroll(event.currentTarget))}
      {...reading}
    >
      <div className={styles.measure}>
        {title && <h2 className={styles.title}>{title}</h2>}
        {children}
      </div>
    </div>
  );
}
