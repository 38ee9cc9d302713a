import { useTranslation } from 'react-i18next';
import { rosterFields, type RosterField, type RosterReading } from '#contract/office-roster';
import { useLocalText } from '../../i18n/use-language';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Select';
import styles from './exams.module.css';

type Columns = readonly (RosterField | null)[];

interface RosterPreviewProps {
  readonly name: string;
  readonly reading: RosterReading;
  readonly busy: boolean;
  readonly onColumns: (columns: Columns) => void;
  readonly onImport: () => void;
}

/** A roster as it would be imported: its columns, all its faults, and what would change. */
export function RosterPreview({ name, reading, busy, onColumns, onImport }: RosterPreviewProps) {
  const { t } = useTranslation('examOffice');
  const { titles, columns, sample, rows, faultCount, changes } = reading;
  const take = (at: number, field: string): void => {
    const wanted = rosterFields.find((each) => each === field) ?? null;
    // What is taken from another column leaves that one.
    onColumns(columns.map((was, index) => (index === at ? wanted : was === wanted ? null : was)));
  };
  const options = [
    { value: '', text: t('roster.skip') },
    ...rosterFields.map((value) => ({ value, text: t(`roster.field.${value}`) })),
  ];
  const nothing = changes.added + changes.changed === 0;
  return (
    <div className={styles.stack}>
      <p>
        <strong>{name}</strong> {rows > 0 && t('roster.rows', { count: rows })}
      </p>
      {titles.length > 0 && (
        <fieldset className={styles.members}>
          <legend>{t('roster.columns')}</legend>
          {titles.map((title, at) => (
            <Select
              key={at}
              label={title || `${at + 1}`}
              hint={sample[0]?.[at] ? t('roster.columnHint', { sample: sample[0][at] }) : undefined}
              value={columns[at] ?? ''}
              options={options}
              onChange={({ target }) => take(at, target.value)}
            />
          ))}
        </fieldset>
      )}
      <RosterFaults reading={reading} />
      {faultCount === 0 && (
        <>
          <Banner mood="accent" role="status">
            {t('roster.changes', changes)}
          </Banner>
          {changes.absent > 0 && (
            <p className={styles.dim}>{t('roster.absent', { count: changes.absent })}</p>
          )}
          <ChangeList reading={reading} />
          <p>
            <Button
              kind="primary"
              icon="check"
              busy={busy}
              disabledReason={nothing ? t('roster.noChange') : null}
              onClick={onImport}
            >
              {t('roster.import')}
            </Button>
          </p>
        </>
      )}
    </div>
  );
}

function RosterFaults({ reading: { faults, faultCount } }: { readonly reading: RosterReading }) {
  const { t } = useTranslation('examOffice');
  const text = useLocalText();
  if (faultCount === 0) return null;
  return (
    <>
      <Banner mood="bad" role="alert">
        {t('roster.faults', { count: faultCount })}
        {faultCount > faults.length && ` · ${t('roster.more', { count: faults.length })}`}
      </Banner>
      <ol className={styles.faults}>
        {faults.map(({ row, column, message }, index) => (
          <li key={index}>
            <strong>{row === null ? t('roster.file') : t('roster.row', { row })}</strong>
            {column && <span className={styles.tag}>{column}</span>}
            <span>{text(message)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function ChangeList({ reading: { changes } }: { readonly reading: RosterReading }) {
  const { t } = useTranslation('examOffice');
  if (changes.list.length === 0) return null;
  return (
    <ol className={styles.faults}>
      {changes.list.map(({ ticket, name, fields }) => (
        <li key={ticket}>
          <strong>
            {ticket} {name}
          </strong>
          {fields.map(({ field, before, after }) => (
            <span key={field}>
              {t('roster.from', {
                field: t(`roster.field.${field}`),
                before: before ?? t('roster.nothing'),
                after: after ?? t('roster.nothing'),
              })}
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}
