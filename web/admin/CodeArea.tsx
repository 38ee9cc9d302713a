import { useRef, type Ref } from 'react';
import type { FlowFault } from './use-flows';
import styles from './CodeArea.module.css';

interface CodeAreaProps {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly label: string;
  readonly value: string;
  readonly faults: readonly FlowFault[];
  readonly onChange: (value: string) => void;
}

/** A plain text area with line numbers; lines with faults are marked. */
export function CodeArea({ ref, label, value, faults, onChange }: CodeAreaProps) {
  const gutter = useRef<HTMLDivElement>(null);
  const count = value.split('\n').length;
  const marked = new Set(faults.map(({ line }) => line));
  return (
    <div className={styles.box}>
      <div className={styles.gutter} ref={gutter} aria-hidden="true">
        {Array.from({ length: count }, (_, index) => (
          <div key={index} data-fault={marked.has(index + 1) || undefined}>
            {marked.has(index + 1) ? `● ${index + 1}` : index + 1}
          </div>
        ))}
      </div>
      <textarea
        ref={ref}
        className={styles.area}
        aria-label={label}
        aria-invalid={faults.length > 0 || undefined}
        value={value}
        spellCheck={false}
        autoCapitalize="none"
        autoCorrect="off"
        wrap="off"
        onChange={(event) => onChange(event.target.value)}
        onScroll={(event) => gutter.current?.scrollTo({ top: event.currentTarget.scrollTop })}
      />
    </div>
  );
}
