import type { ButtonHTMLAttributes, Ref } from 'react';
import { classes } from './classes';
import { Icon } from './Icon';
import type { IconName } from './icon-paths';
import styles from './IconButton.module.css';

interface IconButtonProps extends Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'className' | 'disabled' | 'style' | 'children'
> {
  readonly icon: IconName;
  /** Spoken, and shown on hover. */
  readonly label: string;
  readonly kind?: 'quiet' | 'ink' | 'plain';
  readonly ref?: Ref<HTMLButtonElement>;
}

/** For the few places where the symbol alone is understood: back, close, send, help. */
export function IconButton({ icon, label, kind = 'quiet', ...native }: IconButtonProps) {
  return (
    <button
      type="button"
      {...native}
      className={classes(styles.button, styles[kind])}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  );
}
