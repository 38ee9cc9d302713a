import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon } from './Icon';
import type { IconName } from './icon-paths';
import styles from './Banner.module.css';

interface BannerProps {
  readonly mood?: 'accent' | 'ok' | 'warn' | 'bad';
  readonly icon?: IconName;
  /** What is safe, or what happened, in the stronger voice. */
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** A button or a time at the right end. */
  readonly action?: ReactNode;
  /** `strip` runs from edge to edge under the bar. */
  readonly shape?: 'box' | 'strip';
  /** Read out when it appears. `alert` only for what cannot wait. */
  readonly role?: 'status' | 'alert' | 'note';
}

const icons = { accent: 'info', ok: 'check', warn: 'alert', bad: 'alert' } as const satisfies Record<
  string,
  IconName
>;

export function Banner(props: BannerProps) {
  const { mood = 'accent', icon, title, children, action, shape = 'box', role = 'note' } = props;
  return (
    <div className={classes(styles.banner, styles[mood], styles[shape])} role={role}>
      <span className={styles.icon}>
        <Icon name={icon ?? icons[mood]} />
      </span>
      <p className={styles.words}>
        {title && <strong>{title}</strong>}
        {title && children && ' '}
        {children}
      </p>
      {action && <span className={styles.action}>{action}</span>}
    </div>
  );
}
