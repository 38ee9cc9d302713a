import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { Check } from '../../ui/Check';
import { inOrder } from '../console/queue-order';
import styles from './clock.module.css';

interface SomePeopleProps {
  readonly rows: readonly ConsoleRow[];
  readonly ticked: readonly string[];
  /** Got theirs already. */
  readonly done: readonly string[];
  readonly error: string | null;
  readonly onChange: (ticked: readonly string[]) => void;
}

/** Candidates whose clocks run, to be ticked. */
export function SomePeople({ rows, ticked, done, error, onChange }: SomePeopleProps) {
  const { t } = useTranslation('staff');
  const turn = (sittingId: string): void =>
    onChange(ticked.includes(sittingId) ? ticked.filter((id) => id !== sittingId) : [...ticked, sittingId]);
  return (
    <fieldset className={styles.people} aria-label={t('clock.whom.some')}>
      {inOrder(rows).map(({ sittingId, name, ticket }) => (
        <Check
          key={sittingId}
          checked={ticked.includes(sittingId)}
          disabledReason={done.includes(sittingId) ? t('clock.doneAlready') : null}
          onChange={() => turn(sittingId)}
        >
          {name} <span className={styles.dim}>{ticket}</span>
        </Check>
      ))}
      {error && (
        <p className={styles.wrong} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
