import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { clockSeconds } from '../../i18n/times';
import { useDuration } from '../../i18n/use-duration';
import { Facts } from '../../ui/Facts';
import { useServerClock } from '../../ui/server-clock';
import { useRecord } from '../record/use-record';
import { ledgerLines, type LedgerLine } from './ledger-lines';
import styles from './clock.module.css';

/** How a clock came to stand where it stands: its figures, and each pause, extension and credit with who and why. */
export function LedgerPage({ row }: { readonly row: ConsoleRow }) {
  const { t } = useTranslation('staff');
  const { zone } = useServerClock();
  const duration = useDuration();
  const { events } = useRecord(row);
  const clock = row.staff?.view.clock;
  if (!clock) return <p>{t('clock.none')}</p>;
  const nameOf = (by: string): string =>
    by === 'system'
      ? t('record.by.system')
      : (events?.find((event) => event.by === by)?.byName ?? t('colleague'));
  const lines = ledgerLines(clock.ledger, events ?? []);
  const facts = [
    { label: t('clock.facts.startedAt'), value: clockSeconds(clock.startedAt, zone) },
    { label: t('clock.facts.total'), value: duration(clock.totalMs) },
    ...(clock.extendedMs > 0
      ? [{ label: t('clock.facts.extended'), value: duration(clock.extendedMs) }]
      : []),
    ...(clock.creditedMs > 0
      ? [{ label: t('clock.facts.credited'), value: duration(clock.creditedMs) }]
      : []),
    {
      label: t('clock.facts.deadline'),
      value: clock.deadlineAt === null ? t('state.paused') : clockSeconds(clock.deadlineAt, zone),
    },
  ];
  return (
    <>
      <Facts facts={facts} />
      {lines.length === 0 && <p className={styles.dim}>{t('clock.nothing')}</p>}
      <ol>
        {lines.map((line, index) => (
          <Line key={index} line={line} nameOf={nameOf} />
        ))}
      </ol>
    </>
  );
}

function Line({ line, nameOf }: { readonly line: LedgerLine; readonly nameOf: (by: string) => string }) {
  const { t } = useTranslation('staff');
  const { zone } = useServerClock();
  const duration = useDuration();
  const { what, from, to, ms, by, endedBy, reason } = line;
  const end = to === null ? t('clock.until') : clockSeconds(to, zone);
  const span = what === 'extension' ? clockSeconds(from, zone) : `${clockSeconds(from, zone)} – ${end}`;
  const who = [by, ...(endedBy && endedBy !== by ? [endedBy] : [])].map(nameOf).join(' → ');
  return (
    <li className={styles.line}>
      <span>
        <strong>{t(`clock.ledger.${what}`)}</strong>
        {ms !== null && ` ${duration(ms)}`}
        {reason && <span className={styles.dim}> · {reason}</span>}
      </span>
      <span className={styles.dim}>
        {span} · {who}
      </span>
    </li>
  );
}
