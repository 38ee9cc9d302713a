import { useTranslation } from 'react-i18next';
import { classes } from './classes';
import styles from './QueueBars.module.css';

interface QueueBarsProps {
  readonly ahead: number;
  readonly behind: number;
  readonly occupied: boolean;
}

const MOST_AHEAD = 6;
const MOST_BEHIND = 2;

/** The queue as blocks: who is inside, those before, you, those after. The figure beside it says the same. */
export function QueueBars({ ahead, behind, occupied }: QueueBarsProps) {
  const { t } = useTranslation('common');
  const before = Math.min(ahead, MOST_AHEAD);
  const after = Math.min(behind, MOST_BEHIND);
  return (
    <ol className={styles.bars} aria-hidden="true">
      {occupied && (
        <li className={classes(styles.block, styles.inside)}>
          <span>{t('queue.inside')}</span>
        </li>
      )}
      {Array.from({ length: before }, (_, index) => (
        <li key={`before-${index}`} className={styles.block} />
      ))}
      <li className={classes(styles.block, styles.you)}>
        <span>{t('queue.you')}</span>
      </li>
      {Array.from({ length: after }, (_, index) => (
        <li key={`after-${index}`} className={styles.block} />
      ))}
    </ol>
  );
}
