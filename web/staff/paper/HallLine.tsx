import { useTranslation } from 'react-i18next';
import type { roomPapers } from '#contract/answers';
import type { OutputOf } from '#contract/endpoint';
import { clockSeconds } from '../../i18n/times';
import { Pill } from '../../ui/Pill';
import { useServerClock } from '../../ui/server-clock';
import { NotePills } from './NotePills';
import { PlacePill } from './PlacePill';
import { TimeLeft } from './TimeLeft';
import type { PaperRow } from './paper-row';
import styles from './paper.module.css';

interface HallLineProps {
  readonly paper: OutputOf<typeof roomPapers>;
  readonly line: PaperRow;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** One candidate in a line; on a phone a card with its columns named. */
export function HallLine({ paper, line, chosen, onChoose }: HallLineProps) {
  const { t } = useTranslation('paperStaff');
  const { zone } = useServerClock();
  const { row, progress } = line;
  const online = progress?.online ?? null;
  const sheets = progress?.sheets ?? null;
  const isOnline = paper.mode === 'online';
  const name = (column: 'state' | 'answered' | 'sheets' | 'saved' | 'sealed' | 'left' | 'notes') => ({
    'data-column': t(`columns.${column}`),
  });
  const safeAt = isOnline ? online?.savedAt : sheets?.sealed?.sealedAt;
  return (
    <tr data-chosen={chosen || undefined} onClick={onChoose}>
      <th scope="row">
        <button
          type="button"
          id={`paper-${row.sittingId}`}
          className={styles.who}
          aria-pressed={chosen}
          onClick={onChoose}
        >
          <span>{row.name}</span> <span className={styles.dim}>{row.ticket}</span>
        </button>
      </th>
      <td {...name('state')}>
        <PlacePill line={line} />
      </td>
      <td {...name(isOnline ? 'answered' : 'sheets')}>
        {isOnline
          ? online && t('answeredOf', { count: online.answered, all: paper.questions ?? '–' })
          : sheets && sheets.arrived > 0 && t('sheetsIn', { count: sheets.arrived })}
      </td>
      <td {...name(isOnline ? 'saved' : 'sealed')}>
        {safeAt !== undefined && clockSeconds(safeAt, zone)}
        {sheets?.sealed && !sheets.complete && (
          <Pill icon="upload" mood="warn">
            {t('incomplete')}
          </Pill>
        )}
      </td>
      <td {...name('left')}>
        <TimeLeft row={row} />
      </td>
      <td {...name('notes')}>
        <NotePills line={line} />
      </td>
    </tr>
  );
}
