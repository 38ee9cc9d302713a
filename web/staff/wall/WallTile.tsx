import { useTranslation } from 'react-i18next';
import { useDuration } from '../../i18n/use-duration';
import { Icon } from '../../ui/Icon';
import { useLine } from './use-reason';
import type { Still, WallRow } from './wall-row';
import styles from './wall.module.css';

interface WallTileProps {
  readonly line: WallRow;
  readonly now: number;
  readonly chosen: boolean;
  readonly shape: 'tile' | 'line';
  readonly onChoose: () => void;
}

/** One candidate: the newest still of each camera with its age, and why somebody should look. */
export function WallTile({ line, now, chosen, shape, onChoose }: WallTileProps) {
  const { t } = useTranslation('proctored');
  const lineOf = useLine(now);
  const { row, stills, mood } = line;
  const said = lineOf(line);
  return (
    <button
      type="button"
      id={`wall-${row.sittingId}`}
      className={shape === 'tile' ? styles.tile : styles.line}
      data-mood={mood}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      {shape === 'tile' && (
        <span className={styles.picture}>
          {stills['camera-1'] ? (
            <img src={stills['camera-1'].url} alt="" />
          ) : (
            <span className={styles.blank}>{t('wall.none')}</span>
          )}
          {stills['camera-2'] && <img className={styles.second} src={stills['camera-2'].url} alt="" />}
          {stills['camera-1'] && <Age still={stills['camera-1']} now={now} />}
        </span>
      )}
      <span className={styles.who}>
        <strong>{row.name}</strong>
        <span>{row.ticket}</span>
      </span>
      <span className={styles.why} data-mood={mood}>
        <Icon name={said.icon} />
        {said.text}
      </span>
    </button>
  );
}

function Age({ still, now }: { readonly still: Still; readonly now: number }) {
  const { t } = useTranslation('proctored');
  const duration = useDuration();
  const ms = now - still.at;
  return (
    <span className={styles.age}>{ms < 5_000 ? t('wall.now') : t('wall.age', { time: duration(ms) })}</span>
  );
}
