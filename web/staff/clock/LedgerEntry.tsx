import { useTranslation } from 'react-i18next';
import { clockSeconds } from '../../i18n/times';
import { useDuration } from '../../i18n/use-duration';
import { Pill } from '../../ui/Pill';
import { useServerClock } from '../../ui/server-clock';
import type { LedgerLine } from './ledger-lines';
import styles from './clock.module.css';

interface LedgerEntryProps {
  readonly line: LedgerLine;
  readonly nameOf: (by: string) => string;
}

/** One entry of a ledger: what and how much, when, who decided and why. */
export function LedgerEntry({ line, nameOf }: LedgerEntryProps) {
  const { t } = useTranslation('staff');
  const { zone } = useServerClock();
  const { what, from, to, by, reason } = line;
  const end = to === null ? t('clock.until') : clockSeconds(to, zone);
  const when =
    what === 'extension' || from === to ? clockSeconds(from, zone) : `${clockSeconds(from, zone)} – ${end}`;
  return (
    <li className={styles.line}>
      <span className={styles.head}>
        <strong>{t(`clock.ledger.${what}`)}</strong>
        <Gave line={line} />
      </span>
      <span className={styles.dim}>
        {when}
        {by !== null && <Who line={{ ...line, by }} nameOf={nameOf} />}
      </span>
      {reason && <span className={styles.dim}>{t('clock.because', { reason })}</span>}
    </li>
  );
}

function Gave({ line }: Pick<LedgerEntryProps, 'line'>) {
  const { t } = useTranslation('staff');
  const duration = useDuration();
  const { what, ms, by, decidedAt, from, to } = line;
  if (by === null)
    return (
      <Pill icon="clock" mood="warn">
        {t('clock.unanswered', { time: duration((to ?? from) - from) })}
      </Pill>
    );
  if (ms === null) return <Pill icon="pause">{t('clock.lasts')}</Pill>;
  if (ms === 0 && decidedAt !== null) return <span>{t('clock.gaveNothing')}</span>;
  const added = what === 'extension' || what.endsWith('-outage');
  return <span>{added ? `+${duration(ms)}` : duration(ms)}</span>;
}

interface WhoProps {
  readonly line: LedgerLine & { readonly by: string };
  readonly nameOf: (by: string) => string;
}

/** Who began and who ended a pause; who decided on an outage, and when. */
function Who({ line, nameOf }: WhoProps) {
  const { t } = useTranslation('staff');
  const { zone } = useServerClock();
  const { by, endedBy, decidedAt } = line;
  if (decidedAt !== null)
    return <> · {t('clock.decided', { name: nameOf(by), time: clockSeconds(decidedAt, zone) })}</>;
  const people = endedBy && endedBy !== by ? [by, endedBy] : [by];
  return <> · {people.map(nameOf).join(' → ')}</>;
}
