import type { ReactNode } from 'react';
import { Brand } from './Brand';
import { classes } from './classes';
import styles from './Bar.module.css';

interface BarProps {
  /** The page's heading: the exam, or on consoles the room. */
  readonly title?: ReactNode;
  /** The exam's title speaks with the paper's voice, a console's with the hall's. */
  readonly voice?: 'paper' | 'hall';
  /** Where in the exam: "第 3 考场 · 候考区". */
  readonly place?: ReactNode;
  /** In place of the product's name, as the room's name in the exam room. */
  readonly brandName?: string;
  /** Right end: name, server time, help. */
  readonly children?: ReactNode;
}

/** The strip on top: who we are, what is going on, and help at the right end. */
export function Bar({ title, voice = 'paper', place, brandName, children }: BarProps) {
  return (
    <header className={styles.bar}>
      <Brand name={brandName} />
      {title && <span className={styles.line} aria-hidden="true" />}
      {title && <h1 className={classes(styles.title, voice === 'paper' && styles.paper)}>{title}</h1>}
      {place && <span className={styles.place}>{place}</span>}
      <span className={styles.slot}>{children}</span>
    </header>
  );
}
