import { useTranslation } from 'react-i18next';
import { clockTime } from '../../../../i18n/times';
import { Facts } from '../../../../ui/Facts';
import { useServerClock } from '../../../../ui/server-clock';
import { useSitting } from '../../../sitting/sitting-context';
import type { PhotographedView } from './phases';
import type { Sheets } from './use-sheets';
import styles from './sheets.module.css';

interface SheetTimesProps extends Pick<Sheets, 'kept'> {
  readonly view: PhotographedView;
}

/** The instants of a photographed paper: pens down, last seal, last byte. */
function useInstants(view: PhotographedView) {
  const { t } = useTranslation('sheets');
  const { zone } = useServerClock();
  const { view: whole } = useSitting();
  const deadlineAt = whole?.clock?.deadlineAt ?? null;
  const startedAt = whole?.clock?.startedAt ?? null;
  const at = (label: string, instant: number | null) =>
    instant === null ? [] : [{ label, value: clockTime(instant, zone) }];
  const pensDown = 'pensDownAt' in view ? at(t('instants.pensDown'), view.pensDownAt) : [];
  if (view.phase === 'photographing')
    return [
      ...pensDown,
      ...at(t('instants.lastSeal'), deadlineAt),
      { label: t('instants.later'), value: t('instants.laterNote') },
    ];
  if (view.phase !== 'uploading') return pensDown;
  return [...pensDown, ...at(t('instants.lastSeal'), startedAt), ...at(t('instants.lastByte'), deadlineAt)];
}

/** The times, and every set that was confirmed: none is ever thrown away. */
export function SheetTimes({ view, kept: { server } }: SheetTimesProps) {
  const { t } = useTranslation('sheets');
  const { zone } = useServerClock();
  const instants = useInstants(view);
  const sets = server?.sets ?? [];
  return (
    <>
      {instants.length > 0 && (
        <section className={styles.times} aria-label={t('instants.all')}>
          <Facts facts={instants} />
        </section>
      )}
      {sets.length > 0 && (
        <section className={styles.times} aria-label={t('sets.earlier')}>
          <h3>{t('sets.earlier')}</h3>
          <Facts
            facts={sets.map(({ set }) => {
              const line = t('sets.line', { count: set.sheets, time: clockTime(set.sealedAt, zone) });
              const word = t(set.receivedAt === null ? 'sets.missing' : 'sets.arrived');
              const counts = set.setId === server?.countedSetId ? ` · ${t('sets.counting')}` : '';
              return {
                label: t('sets.version', { version: set.version }),
                value: `${line} · ${word}${counts}`,
              };
            })}
          />
        </section>
      )}
    </>
  );
}
