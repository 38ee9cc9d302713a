import { useTranslation } from 'react-i18next';
import { clockTime, day } from '../i18n/times';
import { useLanguage, useLocalText } from '../i18n/use-language';
import { Pill, type Mood } from '../ui/Pill';
import type { IconName } from '../ui/icon-paths';
import { useServerClock } from '../ui/server-clock';
import type { Line } from './lines';
import styles from './office.module.css';

const looks = {
  passed: { icon: 'check', mood: 'ok' },
  failed: { icon: 'alert', mood: 'bad' },
  unfinished: { icon: 'alert', mood: 'warn' },
  none: { icon: 'minus', mood: 'plain' },
} as const satisfies Record<Line['outcome'], { icon: IconName; mood: Mood }>;

const columns = ['ticket', 'name', 'outcome', 'reasons', 'phone', 'room', 'browser', 'uplink', 'at'] as const;

/** A table at a desk; on a phone each candidate is a card with its columns named. */
export function LineTable({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useTranslation('rehearsal');
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`office.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.sittingId} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ line }: { readonly line: Line }) {
  const { t } = useTranslation('rehearsal');
  const text = useLocalText();
  const language = useLanguage();
  const { zone } = useServerClock();
  const { outcome, reasons, at, uplinkKbps, times } = line;
  const name = (column: (typeof columns)[number]) => ({ 'data-column': t(`office.columns.${column}`) });
  return (
    <tr>
      <td {...name('ticket')}>{line.ticket}</td>
      <th scope="row" {...name('name')}>
        {line.name}
      </th>
      <td {...name('outcome')}>
        <Pill {...looks[outcome]}>{t(`office.outcome.${outcome}`)}</Pill>
      </td>
      <td {...name('reasons')} className={styles.why}>
        {reasons.map((reason) => (
          <p key={reason}>{t(`reasons.${reason}.what`)}</p>
        ))}
      </td>
      <td {...name('phone')}>{line.phone && <a href={`tel:${line.phone}`}>{line.phone}</a>}</td>
      <td {...name('room')}>{text(line.room)}</td>
      <td {...name('browser')}>{line.browser}</td>
      <td {...name('uplink')}>
        {uplinkKbps !== null && t('result.kbps', { count: Math.round(uplinkKbps) })}
      </td>
      <td {...name('at')}>
        {at !== null && `${day(at, language, zone)} ${clockTime(at, zone)}${times > 1 ? ` ×${times}` : ''}`}
      </td>
    </tr>
  );
}
