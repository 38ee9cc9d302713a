import { useId, type InputHTMLAttributes, type ReactNode } from 'react';
import { Icon } from './Icon';
import styles from './Check.module.css';

interface CheckProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'className' | 'style' | 'type' | 'id' | 'disabled' | 'children'
> {
  readonly children: ReactNode;
  readonly note?: ReactNode;
  /** Cannot be ticked yet, and why: "请先读到末尾". */
  readonly disabledReason?: string | null;
  /** One of several: give all the same `name`. */
  readonly kind?: 'check' | 'radio';
}

/** A box to tick; the whole line is the target. */
export function Check({ children, note, disabledReason, kind = 'check', ...native }: CheckProps) {
  const id = useId();
  const noteText = disabledReason ?? note;
  return (
    <label className={styles.line} data-disabled={disabledReason ? true : undefined}>
      <input
        {...native}
        type={kind === 'radio' ? 'radio' : 'checkbox'}
        className={styles.input}
        disabled={Boolean(disabledReason)}
        aria-describedby={noteText ? id : undefined}
      />
      <span className={kind === 'radio' ? styles.round : styles.box} aria-hidden="true">
        <Icon name="check" />
      </span>
      <span className={styles.words}>
        {children}
        {noteText && (
          <span className={styles.note} id={id}>
            {noteText}
          </span>
        )}
      </span>
    </label>
  );
}
