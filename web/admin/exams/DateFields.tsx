import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExamForm } from '#contract/office-exams';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { fromZoned, toZoned } from './zoned-time';
import styles from './exams.module.css';

const names = ['opensAt', 'entryClosesAt', 'closesAt'] as const;
type Dates = Pick<ExamForm, (typeof names)[number]>;

/** Before it, a year is still being typed. */
const FIRST_YEAR = Date.UTC(2000, 0, 1);

interface DateFieldsProps {
  readonly form: Dates & Pick<ExamForm, 'timeZone'>;
  readonly said: (field: string) => string | undefined;
  readonly onChange: (change: Partial<ExamForm>) => void;
  /** Where only the times are asked for. */
  readonly fixedZone?: boolean;
}

/** The window by the clocks of the exam's zone; another zone keeps what its clocks show. */
export function DateFields({ form, said, onChange, fixedZone = false }: DateFieldsProps) {
  const { t } = useTranslation('examOffice');
  const { timeZone } = form;
  const zones = [...new Set([timeZone, ...Intl.supportedValuesOf('timeZone')])];
  const move = (next: string): void => {
    const moved = (at: number) => fromZoned(toZoned(at, timeZone), next) ?? at;
    const { opensAt, entryClosesAt, closesAt } = form;
    const dates = { opensAt: moved(opensAt), entryClosesAt: moved(entryClosesAt), closesAt: moved(closesAt) };
    onChange({ timeZone: next, ...dates });
  };
  return (
    <div className={styles.pair}>
      {names.map((name) => (
        <TimeField
          key={`${name} ${timeZone}`}
          label={t(`form.${name}`)}
          error={said(name)}
          at={form[name]}
          zone={timeZone}
          onChange={(at) => onChange({ [name]: at })}
        />
      ))}
      {!fixedZone && (
        <Select
          label={t('form.timeZone')}
          error={said('timeZone')}
          value={timeZone}
          options={zones.map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') }))}
          onChange={({ target }) => move(target.value)}
        />
      )}
    </div>
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly error: string | undefined;
  readonly at: number;
  readonly zone: string;
  readonly onChange: (at: number) => void;
}

/** Keeps what is being typed: half a date is none yet, and must not be taken away from under the hand. */
function TimeField({ label, error, at, zone, onChange }: TimeFieldProps) {
  const [typed, setTyped] = useState(() => toZoned(at, zone));
  const write = (value: string): void => {
    setTyped(value);
    const instant = fromZoned(value, zone);
    if (instant !== null && instant >= FIRST_YEAR) onChange(instant);
  };
  return (
    <TextField
      type="datetime-local"
      label={label}
      error={error}
      value={typed}
      onChange={({ target }) => write(target.value)}
    />
  );
}
