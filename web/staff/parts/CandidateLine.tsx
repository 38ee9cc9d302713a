import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { Hidden } from '../../ui/Hidden';
import { useServerNow } from '../../ui/server-clock';
import { useConsoleContext } from '../console/context';
import { stepOf } from '../console/row-state';
import { NotePill } from './NotePill';
import styles from './CandidateList.module.css';

interface CandidateLineProps {
  readonly row: ConsoleRow;
  /** In the queue, counted from 1; null outside of it. */
  readonly place: number | null;
  readonly next: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** One candidate: his place, his name, since when, and the one thing to know of him. */
export function CandidateLine({ row, place, next, chosen, onChoose }: CandidateLineProps) {
  const { t } = useTranslation('staff');
  const { me } = useConsoleContext();
  const { talkingWith } = row;
  const hint = talkingWith
    ? talkingWith.staffId === me.staffId
      ? t('list.talking')
      : t('list.talkedBy', { name: talkingWith.name })
    : next
      ? t('list.next')
      : null;
  return (
    <button
      type="button"
      id={`line-${row.sittingId}`}
      className={styles.line}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      <span className={styles.number} aria-hidden={place === null}>
        {place ?? '–'}
      </span>
      <span className={styles.name}>
        {row.name} <span className={styles.ticket}>{row.ticket}</span>
      </span>
      <Since row={row} />
      <span className={styles.note}>
        <Hidden>, </Hidden>
        <NotePill row={row} />
      </span>
      <span className={styles.hint}>{hint}</span>
    </button>
  );
}

/** How long he has been waiting. */
function Since({ row }: { readonly row: ConsoleRow }) {
  const { t } = useTranslation('staff');
  const now = useServerNow(30_000);
  const entered = stepOf(row, 'waiting')?.enteredAt;
  if (entered === undefined) return <span />;
  const minutes = Math.floor((now - entered) / 60_000);
  return (
    <span className={styles.since}>
      {minutes < 1 ? t('list.justCame') : t('list.minutes', { count: minutes })}
    </span>
  );
}
