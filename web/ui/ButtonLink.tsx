import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { classes } from './classes';
import type { ButtonKind } from './Button';
import { Icon } from './Icon';
import type { IconName } from './icon-paths';
import styles from './Button.module.css';

interface ButtonLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'className' | 'style'> {
  readonly children: ReactNode;
  readonly href: string;
  readonly kind?: ButtonKind;
  readonly size?: 'normal' | 'big' | 'small';
  readonly wide?: boolean;
  readonly icon?: IconName;
  readonly iconAfter?: IconName;
}

/** Goes to an address but looks like a button: for pages, telephone numbers and downloads. */
export function ButtonLink(props: ButtonLinkProps) {
  const { children, kind = 'plain', size = 'normal', wide, icon, iconAfter, ...native } = props;
  return (
    <a {...native} className={classes(styles.button, styles[kind], styles[size], wide && styles.wide)}>
      {icon && <Icon name={icon} />}
      <span className={styles.label}>{children}</span>
      {iconAfter && <Icon name={iconAfter} />}
    </a>
  );
}
