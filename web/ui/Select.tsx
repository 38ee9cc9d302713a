import type { SelectHTMLAttributes } from 'react';
import { Field, type FieldProps } from './Field';
import { Icon } from './Icon';
import styles from './Field.module.css';

interface SelectProps
  extends
    Omit<FieldProps, 'children'>,
    Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className' | 'style' | 'id'> {
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

/** The browser's own list: it works everywhere, with every keyboard and screen reader. */
export function Select({ label, aside, hint, error, options, ...native }: Omit<SelectProps, 'children'>) {
  return (
    <Field label={label} aside={aside} hint={hint} error={error}>
      {(ids) => (
        <div className={styles.selectBox}>
          <select {...native} {...ids} className={styles.select}>
            {options.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" />
        </div>
      )}
    </Field>
  );
}
