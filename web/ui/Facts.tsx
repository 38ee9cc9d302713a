import type { ReactNode } from 'react';
import styles from './Facts.module.css';

export interface Fact {
  readonly label: ReactNode;
  readonly value: ReactNode;
}

interface FactsProps {
  readonly facts: readonly Fact[];
  /** `lines`: label and value side by side; `blocks`: the label above its value, in columns. */
  readonly shape?: 'lines' | 'blocks';
}

/** What is known, as pairs: time, room, ticket number. */
export function Facts({ facts, shape = 'lines' }: FactsProps) {
  return (
    <dl className={styles[shape]}>
      {facts.map(({ label, value }, index) => (
        <div key={index} className={styles.fact}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
