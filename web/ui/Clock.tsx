import { useTranslation } from 'react-i18next';
import { countdown } from '../i18n/times';
import { useDuration } from '../i18n/use-duration';
import { classes } from './classes';
import { clockFace, type ClockReading } from './clock-face';
import { Hidden } from './Hidden';
import { Icon } from './Icon';
import { useServerNow } from './server-clock';
import { useSpokenMark } from './use-spoken-mark';
import styles from './Clock.module.css';

interface ClockProps extends ClockReading {
  readonly totalMs?: number;
  /** Time that staff added; shown as "+3 分钟" for as long as it is given. */
  readonly extendedMs?: number;
  readonly size?: 'big' | 'normal' | 'small';
  /** What the figure is, where "剩余时间" is not right. */
  readonly label?: string;
  /** Only the figure and its state: where a label stands beside it already. */
  readonly bare?: boolean;
}

/** The one countdown of the hall. It never blinks; the last minutes are said in words, then in colour. */
export function Clock(props: ClockProps) {
  const { deadlineAt, remainingMs, totalMs, extendedMs = 0, size = 'normal', label, bare = false } = props;
  const { t } = useTranslation('common');
  const duration = useDuration();
  const face = clockFace({ deadlineAt, remainingMs }, useServerNow());
  const mark = useSpokenMark(face.remainingMs);
  const words = {
    calm: null,
    warn: t('clock.lastMinutes', { count: face.minutes }),
    bad: t('clock.lastMinute'),
    paused: t('clock.paused'),
    over: t('clock.over'),
  }[face.mood];
  return (
    <div className={classes(styles.clock, styles[size])} data-mood={face.mood}>
      <span role="timer" aria-label={label ?? t('clock.remaining')} className={styles.figure}>
        {countdown(face.remainingMs)}
      </span>
      {!(bare && !words && !extendedMs) && (
        <span className={styles.words}>
          {words ? (
            <strong className={styles.state}>
              <Icon name={face.mood === 'paused' ? 'pause' : 'clock'} bold />
              {words}
            </strong>
          ) : (
            !bare && <span>{label ?? t('clock.remaining')}</span>
          )}
          {extendedMs > 0 ? (
            <strong className={styles.extended}>
              {t('clock.extended', { count: Math.round(extendedMs / 60_000) })}
            </strong>
          ) : (
            !bare && totalMs !== undefined && <span>{t('clock.total', { time: duration(totalMs) })}</span>
          )}
        </span>
      )}
      <Hidden live="polite">{mark === null ? '' : t('clock.spoken', { count: mark })}</Hidden>
    </div>
  );
}
