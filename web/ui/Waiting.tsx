import type { ReactNode } from 'react';
import { Spinner } from './Spinner';
import styles from './Waiting.module.css';

interface WaitingProps {
  /** What is being waited for, as a sentence. */
  readonly children: ReactNode;
  /** Fills its place and centres itself; otherwise one line. */
  readonly large?: boolean;
}

/** A spinner with its sentence. */
export function Waiting({ children, large = false }: WaitingProps) {
  return (
    <p className={large ? styles.large : styles.line} role="status">
      <Spinner />
      <span>{children}</span>
    </p>
  );
}
