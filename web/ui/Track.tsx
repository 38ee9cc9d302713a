import styles from './Track.module.css';

interface TrackProps {
  /** 0 to 1. */
  readonly value: number;
  readonly label: string;
  readonly mood?: 'accent' | 'ok' | 'warn';
}

/** How far something is. */
export function Track({ value, label, mood = 'accent' }: TrackProps) {
  const share = Math.min(1, Math.max(0, value));
  return <progress className={styles.track} data-mood={mood} aria-label={label} value={share} max={1} />;
}
