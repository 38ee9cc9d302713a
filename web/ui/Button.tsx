import { useId, type ButtonHTMLAttributes, type MouseEvent, type ReactNode, type Ref } from 'react';
import { classes } from './classes';
import { Icon } from './Icon';
import type { IconName } from './icon-paths';
import { Spinner } from './Spinner';
import styles from './Button.module.css';

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'ink' | 'danger' | 'hot' | 'rec';

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'disabled' | 'style'>;

export interface ButtonProps extends Native {
  readonly children: ReactNode;
  /** `primary` at most once a screen; `hot` only for a new question; `ink` is `quiet` without the accent. */
  readonly kind?: ButtonKind;
  readonly size?: 'normal' | 'big' | 'small';
  readonly wide?: boolean;
  readonly icon?: IconName;
  readonly iconAfter?: IconName;
  /** The label stays, a spinner stands left of it, clicks do nothing. */
  readonly busy?: boolean;
  /** Disabled, and this sentence beside it says why. There is no disabled button without a reason. */
  readonly disabledReason?: string | null;
  readonly ref?: Ref<HTMLButtonElement>;
}

function still(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

export function Button(props: ButtonProps) {
  const {
    children,
    kind = 'plain',
    size = 'normal',
    wide,
    icon,
    iconAfter,
    busy,
    disabledReason,
    ...native
  } = props;
  const reasonId = useId();
  const stopped = Boolean(busy) || Boolean(disabledReason);
  const button = (
    <button
      type="button"
      {...native}
      className={classes(styles.button, styles[kind], styles[size], wide && styles.wide)}
      aria-busy={busy || undefined}
      aria-disabled={stopped || undefined}
      aria-describedby={disabledReason ? reasonId : native['aria-describedby']}
      onClick={stopped ? still : native.onClick}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} />}
      <span className={styles.label}>{children}</span>
      {iconAfter && <Icon name={iconAfter} />}
    </button>
  );
  if (!disabledReason) return button;
  return (
    <span className={classes(styles.explained, wide && styles.wide)}>
      {button}
      <span className={styles.reason} id={reasonId}>
        {disabledReason}
      </span>
    </span>
  );
}
