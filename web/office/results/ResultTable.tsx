import { useTranslation } from 'react-i18next';
import type { IconName } from '../../ui/icon-paths';
import { Pill, type Mood } from '../../ui/Pill';
import office from '../office.module.css';
import type { ResultLine, Results } from './use-results';
import styles from './results.module.css';

const columns = ['ticket', 'name', 'state', 'mean', 'spread', 'sheets'] as const;

const looks = {
  absent: { icon: 'minus', mood: 'plain' },
  'under-way': { icon: 'clock', mood: 'warn' },
  'sheets-missing': { icon: 'alert', mood: 'warn' },
  complete: { icon: 'check', mood: 'ok' },
  'not-scored': { icon: 'minus', mood: 'plain' },
} as const satisfies Record<ResultLine['state'], { icon: IconName; mood: Mood }>;

const points = (value: number): string => value.toFixed(2);

/** A line a candidate, with the sheets that make his result. */
export function ResultTable({ results }: { readonly results: Results }) {
  const { t } = useTranslation('results');
  return (
    <table className={office.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {results.results.map((line) => (
          <Row key={line.sittingId} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ line }: { readonly line: ResultLine }) {
  const { t } = useTranslation('results');
  const { state, tally, recused, identityOpen } = line;
  const name = (column: (typeof columns)[number]) => ({ 'data-column': t(`columns.${column}`) });
  return (
    <tr>
      <td {...name('ticket')}>{line.ticket}</td>
      <th scope="row" {...name('name')}>
        {line.name}
      </th>
      <td {...name('state')}>
        <span className={styles.pills}>
          <Pill {...looks[state]}>{t(`state.${state}`, { sealed: line.in, all: line.of })}</Pill>
          {identityOpen && (
            <Pill mood="warn" icon="alert">
              {t('identity')}
            </Pill>
          )}
        </span>
      </td>
      <td {...name('mean')} className={styles.mean}>
        {tally && points(tally.mean)}
      </td>
      <td {...name('spread')}>
        {tally && (
          <span className={styles.pills}>
            {points(tally.spread)}
            {tally.apart && (
              <Pill mood="warn" icon="alert">
                {t('apart')}
              </Pill>
            )}
          </span>
        )}
      </td>
      <td {...name('sheets')}>{(line.sheets.length > 0 || recused.length > 0) && <Sheets line={line} />}</td>
    </tr>
  );
}

function Sheets({ line: { sheets, tally, recused } }: { readonly line: ResultLine }) {
  const { t } = useTranslation('results');
  return (
    <ul className={styles.sheets}>
      {sheets.map(({ staffId, name, total, corrections }) => (
        <li key={staffId}>
          {name} <strong>{points(total)}</strong>
          {tally?.dropped.includes(staffId) && <span className={office.dim}> {t('dropped')}</span>}
          {corrections.map(({ at, reason }) => (
            <span key={at} className={styles.reason}>
              {t('corrected', { reason })}
            </span>
          ))}
        </li>
      ))}
      {recused.length > 0 && <li className={office.dim}>{t('recused', { names: recused.join('、') })}</li>}
    </ul>
  );
}
