import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from './classes';
import styles from './LevelMeter.module.css';

/** Something that measures a level of 0 to 1 several times a second. */
export interface LevelSource {
  readonly subscribe: (heard: (level: number) => void) => () => void;
}

interface LevelMeterProps {
  readonly level: number | LevelSource;
  /** 8 on a picture, more in the device check. */
  readonly bars?: number;
  /** Says in words how loud it is. */
  readonly words?: boolean;
}

function useLevel(level: number | LevelSource): number {
  const [heard, setHeard] = useState(0);
  useEffect(() => (typeof level === 'number' ? undefined : level.subscribe(setHeard)), [level]);
  return typeof level === 'number' ? level : heard;
}

/** Bars of the kit rise from a third of the height to all of it. */
const BAR_HEIGHTS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'h7', 'h8'] as const;

function wordFor(level: number): 'silent' | 'quiet' | 'good' | 'loud' {
  if (level < 0.02) return 'silent';
  if (level < 0.15) return 'quiet';
  return level > 0.92 ? 'loud' : 'good';
}

/** How loud the microphone is. The bars are for eyes; `words` says the same. */
export function LevelMeter({ level, bars = 8, words = false }: LevelMeterProps) {
  const { t } = useTranslation('common');
  const value = useLevel(level);
  const lit = Math.round(Math.min(1, Math.max(0, value)) * bars);
  const word = wordFor(value);
  return (
    <span className={styles.meter}>
      <span className={styles.bars} aria-hidden="true">
        {Array.from({ length: bars }, (_, index) => {
          const height = BAR_HEIGHTS[Math.floor((index / bars) * BAR_HEIGHTS.length)] ?? 'h8';
          return <i key={index} className={classes(styles[height], index < lit && styles.lit)} />;
        })}
      </span>
      {words && (
        <strong className={styles.word} data-word={word}>
          {t(`level.${word}`)}
        </strong>
      )}
    </span>
  );
}
