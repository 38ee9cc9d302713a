import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon } from './Icon';
import type { IconName } from './icon-paths';
import styles from './CameraTag.module.css';

interface CameraTagProps {
  readonly children: ReactNode;
  readonly icon?: IconName;
  readonly mood?: 'plain' | 'ok' | 'warn' | 'bad';
  /** The record dot: the only thing in the hall that breathes. */
  readonly dot?: boolean;
}

/** Words laid on a picture, on a ground dark enough for any picture. */
export function CameraTag({ children, icon, mood = 'plain', dot = false }: CameraTagProps) {
  return (
    <span className={classes(styles.tag, styles[mood])}>
      {dot && <i className={styles.dot} aria-hidden="true" />}
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </span>
  );
}
