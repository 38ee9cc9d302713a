import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon } from './Icon';
import type { IconName } from './icon-paths';
import { Spinner } from './Spinner';
import styles from './Choice.module.css';

interface ChoiceProps extends Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'className' | 'disabled' | 'style' | 'title' | 'children'
> {
  readonly icon: IconName;
  readonly title: ReactNode;
  readonly note: ReactNode;
  readonly busy?: boolean;
}

/** One of several ways of equal weight: outlined, never filled, so that the design does not vote. */
export function Choice({ icon, title, note, busy = false, ...native }: ChoiceProps) {
  return (
    <button
      type="button"
      {...native}
      className={styles.choice}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : native.onClick}
    >
      <span className={styles.icon}>{busy ? <Spinner /> : <Icon name={icon} />}</span>
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        <span className={styles.note}>{note}</span>
      </span>
    </button>
  );
}
