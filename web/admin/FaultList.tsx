import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../i18n/use-language';
import { Banner } from '../ui/Banner';
import { goToLine } from './go-to-line';
import type { FlowFault } from './use-flows';
import styles from './admin.module.css';

interface FaultListProps {
  readonly faults: readonly FlowFault[];
  readonly area: RefObject<HTMLTextAreaElement | null>;
}

/** Every fault with its place; a click goes there. */
export function FaultList({ faults, area }: FaultListProps) {
  const { t } = useTranslation('admin');
  const text = useLocalText();
  if (faults.length === 0) return null;
  return (
    <>
      <Banner mood="bad">{t('faults', { count: faults.length })}</Banner>
      <ol className={styles.lines}>
        {faults.map((fault, index) => (
          <li key={index} className={styles.line}>
            <button
              type="button"
              className={styles.fault}
              onClick={() => fault.line !== null && area.current && goToLine(area.current, fault.line)}
            >
              <strong>{fault.line === null ? t('noLine') : t('line', { line: fault.line })}</strong>{' '}
              <code>{fault.path}</code>
              <span className={styles.message}>{text(fault.message)}</span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
