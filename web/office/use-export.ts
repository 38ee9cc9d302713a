import { useTranslation } from 'react-i18next';
import { clockSeconds, isoDay } from '../i18n/times';
import { useLocalText } from '../i18n/use-language';
import { useServerClock } from '../ui/server-clock';
import { csvOf, type Line } from './lines';

const columns = [
  'ticket',
  'name',
  'room',
  'phone',
  'outcome',
  'reasons',
  'browser',
  'uplink',
  'at',
  'times',
] as const;

/** Gives the lines as a file, in the words of the page. */
export function useExport(): (lines: readonly Line[]) => void {
  const { t } = useTranslation('rehearsal');
  const text = useLocalText();
  const { zone, now } = useServerClock();
  const time = (at: number): string => `${isoDay(at, zone)} ${clockSeconds(at, zone)}`;
  return (lines) => {
    const rows = lines.map(
      ({ ticket, name, room, phone, outcome, reasons, browser, uplinkKbps, at, times }) => [
        ...[ticket, name, text(room), phone, t(`office.outcome.${outcome}`)],
        reasons.map((reason) => t(`reasons.${reason}.what`)).join(' '),
        ...[
          browser,
          uplinkKbps === null ? null : Math.round(uplinkKbps),
          at === null ? null : time(at),
          times,
        ],
      ],
    );
    const head = columns.map((column) => t(`office.columns.${column}`));
    const file = new Blob([csvOf([head, ...rows])], { type: 'text/csv;charset=utf-8' });
    const address = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = address;
    link.download = `${t('office.fileName')}-${isoDay(now(), zone)}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
}
