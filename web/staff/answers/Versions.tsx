import { useTranslation } from 'react-i18next';
import { clockSeconds } from '../../i18n/times';
import { Card } from '../../ui/Card';
import { Check } from '../../ui/Check';
import { Pill } from '../../ui/Pill';
import { Select } from '../../ui/Select';
import { useServerClock } from '../../ui/server-clock';
import type { Reading } from './use-reading';
import styles from './answers.module.css';

interface VersionsProps {
  readonly reading: Reading;
  readonly revision: number | null;
  readonly onRevision: (revision: number | null) => void;
  readonly shownSet: string | null;
  readonly onSet: (setId: string) => void;
}

/** What counts, and everything earlier that is kept. */
export function Versions({ reading, revision, onRevision, shownSet, onSet }: VersionsProps) {
  const { t } = useTranslation('paperStaff');
  const { zone } = useServerClock();
  const { revisions, sets, saved } = reading;
  if (revisions.length === 0 && sets.length === 0 && !saved) return null;
  const kept = [
    { value: '', text: t(reading.sealed ? 'reading.counts' : 'reading.lastSaved') },
    ...[...revisions].reverse().map(({ revision: number, savedAt, why }) => ({
      value: String(number),
      text: `${t('reading.revision', { number })} · ${clockSeconds(savedAt, zone)} · ${t(`reading.why.${why}`)}`,
    })),
  ];
  return (
    <Card title={t('reading.versions')}>
      {saved && (
        <Select
          label={t('reading.which')}
          value={revision === null ? '' : String(revision)}
          options={kept}
          onChange={({ target }) => onRevision(target.value === '' ? null : Number(target.value))}
        />
      )}
      {sets.length > 0 && (
        <fieldset className={styles.sets} aria-label={t('reading.sets')}>
          {[...sets].reverse().map((set) => (
            <Check
              key={set.setId}
              kind="radio"
              name="set"
              checked={set.setId === shownSet}
              onChange={() => onSet(set.setId)}
              note={
                set.receivedAt === null
                  ? t('incomplete')
                  : t('reading.received', { time: clockSeconds(set.receivedAt, zone) })
              }
            >
              {t('reading.set', { number: set.version, count: set.sheets.length })}{' '}
              <span className={styles.dim}>{clockSeconds(set.sealedAt, zone)}</span>{' '}
              {set.counts && (
                <Pill icon="check" mood="ok">
                  {t('reading.countsNow')}
                </Pill>
              )}
            </Check>
          ))}
        </fieldset>
      )}
    </Card>
  );
}
