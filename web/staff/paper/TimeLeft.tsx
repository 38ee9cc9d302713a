import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { countdown } from '../../i18n/times';
import { useServerNow } from '../../ui/server-clock';
import styles from './paper.module.css';

/** A candidate's own clock in one line: it has his extensions, pauses and what was given back in it. */
export function TimeLeft({ row }: { readonly row: ConsoleRow }) {
  const { t } = useTranslation('paperStaff');
  const now = useServerNow();
  const clock = row.staff?.view.clock;
  if (!clock || row.staff?.view.phase === 'over') return <>–</>;
  const left = clock.deadlineAt === null ? clock.remainingMs : Math.max(0, clock.deadlineAt - now);
  const more = Math.round(clock.extendedMs / 60_000);
  return (
    <span className={styles.left} data-short={left <= 300_000 || undefined}>
      {left === 0 ? t('left.over') : countdown(left)}
      {clock.deadlineAt === null && <span className={styles.dim}> {t('left.paused')}</span>}
      {more > 0 && <span className={styles.dim}> {t('left.more', { count: more })}</span>}
    </span>
  );
}
