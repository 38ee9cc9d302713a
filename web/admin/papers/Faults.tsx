import { useTranslation } from 'react-i18next';
import type { PaperFault } from '#contract/papers';
import { useLocalText } from '../../i18n/use-language';
import { Banner } from '../../ui/Banner';
import { lineOf, placeOf } from './fault-place';
import styles from './papers.module.css';

interface FaultsProps {
  readonly faults: readonly PaperFault[];
  readonly source: string | null;
}

/** Every fault with its place; of a text file also the line as it stands there. */
export function Faults({ faults, source }: FaultsProps) {
  const { t } = useTranslation('paperAdmin');
  const text = useLocalText();
  return (
    <>
      <Banner mood="bad" title={t('faults.title', { count: faults.length })}>
        {t('faults.note')}
      </Banner>
      <ol className={styles.faults}>
        {faults.map((fault, index) => (
          <li key={index} className={styles.fault}>
            <p>
              <strong>
                <PlaceWords fault={fault} />
              </strong>{' '}
              <code className={styles.dim}>{fault.path}</code>
            </p>
            <p>{text(fault.message)}</p>
            {lineOf(source, fault) !== null && <pre className={styles.line}>{lineOf(source, fault)}</pre>}
          </li>
        ))}
      </ol>
    </>
  );
}

function PlaceWords({ fault }: { readonly fault: PaperFault }) {
  const { t } = useTranslation('paperAdmin');
  const place = placeOf(fault);
  if (place.kind === 'file') return <>{t('faults.file')}</>;
  if (place.kind === 'cell') return <>{t('faults.cell', { cell: place.cell })}</>;
  return (
    <>
      {place.column === null
        ? t('faults.line', { line: place.line })
        : t('faults.lineColumn', { line: place.line, column: place.column })}
    </>
  );
}
