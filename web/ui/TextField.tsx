import type { InputHTMLAttributes, Ref } from 'react';
import { Field, type FieldProps } from './Field';
import styles from './Field.module.css';

interface TextFieldProps
  extends
    Omit<FieldProps, 'children'>,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'style' | 'id'> {
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text. Say `autoComplete`, `inputMode` and `autoCapitalize` wherever they spare typing. */
export function TextField({ label, aside, hint, error, ref, ...native }: TextFieldProps) {
  return (
    <Field label={label} aside={aside} hint={hint} error={error}>
      {(ids) => <input ref={ref} type="text" {...native} {...ids} className={styles.control} />}
    </Field>
  );
}
