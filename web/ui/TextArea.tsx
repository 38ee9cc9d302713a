import type { Ref, TextareaHTMLAttributes } from 'react';
import { Field, type FieldProps } from './Field';
import styles from './Field.module.css';

interface TextAreaProps
  extends
    Omit<FieldProps, 'children'>,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className' | 'style' | 'id'> {
  readonly ref?: Ref<HTMLTextAreaElement>;
}

export function TextArea({ label, aside, hint, error, ref, rows = 4, ...native }: TextAreaProps) {
  return (
    <Field label={label} aside={aside} hint={hint} error={error}>
      {(ids) => <textarea ref={ref} rows={rows} {...native} {...ids} className={styles.area} />}
    </Field>
  );
}
