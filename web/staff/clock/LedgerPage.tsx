import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { clockSeconds } from '../../i18n/times';
import { useDuration } from '../../i18n/use-duration';
import { Facts } from '../../ui/Facts';
import { NoNote } from '../../ui/NoNote';
import { useServerClock } from '../../ui/server-clock';
import { Waiting } from '../../ui/Waiting';
import { owedTo } from '../console/row-state';
import { useRecord } from '../record/use-record';
import { clockOfRecord } from './kept-clock';
import { ledgerLines } from './ledger-lines';
import { LedgerEntry } from './LedgerEntry';
import styles from './clock.module.css';

/** How a clock came to stand where it stands: its figures, and each pause, extension and credit with who and why. */
export function LedgerPage({ row }: { readonly row: ConsoleRow }) {
  const { t } = useTranslation('staff');
  const { zone } = useServerClock();
  const duration = useDuration();
  const { events, refused } = useRecord(row);
  const view = row.staff?.view;
  const clock = view?.clock ?? clockOfRecord(events ?? []);
  if (!clock && !events && !refused) return <Waiting>{t('record.loading')}</Waiting>;
  const nameOf = (by: string): string =>
    by === 'system'
      ? t('record.by.system')
      : (events?.find((event) => event.by === by)?.byName ?? t('colleague'));
  if (!clock)
    return refused ? <NoNote no={refused.no} requestId={refused.requestId} /> : <p>{t('clock.none')}</p>;
  const lines = ledgerLines(clock.ledger, owedTo(row), events ?? []);
  const facts = [
    { label: t('clock.facts.startedAt'), value: clockSeconds(clock.startedAt, zone) },
    { label: t('clock.facts.total'), value: duration(clock.totalMs) },
    ...(clock.extendedMs > 0
      ? [{ label: t('clock.facts.extended'), value: duration(clock.extendedMs) }]
      : []),
    ...(clock.creditedMs > 0
      ? [{ label: t('clock.facts.credited'), value: duration(clock.creditedMs) }]
      : []),
    view?.over
      ? { label: t('clock.facts.over'), value: clockSeconds(view.over.at, zone) }
      : {
          label: t('clock.facts.deadline'),
          value: clock.deadlineAt === null ? t('state.paused') : clockSeconds(clock.deadlineAt, zone),
        },
  ];
  return (
    <>
      <Facts facts={facts} />
      {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
      {lines.length === 0 && <p className={styles.dim}>{t('clock.nothing')}</p>}
      {lines.length > 0 && (
        <ol className={styles.entries} tabIndex={0} aria-label={t('clock.open')}>
          {lines.map((line, index) => (
            <LedgerEntry key={index} line={line} nameOf={nameOf} />
          ))}
        </ol>
      )}
    </>
  );
}
