import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon } from './Icon';
import type { IconName } from './icon-paths';
import styles from './Pill.module.css';

export type Mood = 'plain' | 'ok' | 'warn' | 'bad' | 'accent';

interface PillProps {
  /** Never colour alone: each state has its icon and its word. */
  readonly icon: IconName;
  readonly mood?: Mood;
  readonly children: ReactNode;
}

export function Pill({ icon, mood = 'plain', children }: PillProps) {
  return (
    <span className={classes(styles.pill, styles[mood])}>
      <Icon name={icon} bold />
      <span>{children}</span>
    </span>
  );
}
