import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { Hidden } from '../../ui/Hidden';
import { Pill } from '../../ui/Pill';
import { useServerNow } from '../../ui/server-clock';
import { useConsoleContext } from '../console/context';
import { attention, groupOf, inOrder, nextInQueue, stepOf, type RowGroup } from '../console/row-state';
import { NotePill } from './NotePill';
import styles from './CandidateList.module.css';

interface CandidateListProps {
  readonly chosen: string | null;
  readonly onChoose: (sittingId: string) => void;
}

/** Everybody of the room by where he is; in each line the one thing to know, in words. */
export function CandidateList({ chosen, onChoose }: CandidateListProps) {
  const { t } = useTranslation('staff');
  const { view } = useConsoleContext();
  const rows = inOrder(view.rows);
  const waiting = rows.filter((row) => groupOf(row) === 'queue');
  const needy = rows.filter((row) => attention(row).length > 0).length;
  const next = nextInQueue(rows)?.sittingId ?? null;
  return (
    <>
      <div className={styles.head}>
        <h2>{t('list.waiting', { count: waiting.length })}</h2>
        {needy > 0 && (
          <Pill icon="alert" mood="warn">
            {t('list.needYou', { count: needy })}
          </Pill>
        )}
      </div>
      {rows.length === 0 && <p className={styles.empty}>{t('list.empty')}</p>}
      <ol>
        {rows.map((row, index) => (
          <li key={row.sittingId}>
            <GroupHead row={row} before={rows[index - 1]} />
            <Line
              row={row}
              place={groupOf(row) === 'queue' ? index + 1 : null}
              next={row.sittingId === next}
              chosen={row.sittingId === chosen}
              onChoose={() => onChoose(row.sittingId)}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

function GroupHead({ row, before }: { readonly row: ConsoleRow; readonly before: ConsoleRow | undefined }) {
  const { t } = useTranslation('staff');
  const group: RowGroup = groupOf(row);
  if (group === 'queue' || (before && groupOf(before) === group)) return null;
  return <h3 className={styles.group}>{t(`list.groups.${group}`)}</h3>;
}

interface LineProps {
  readonly row: ConsoleRow;
  readonly place: number | null;
  readonly next: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Line({ row, place, next, chosen, onChoose }: LineProps) {
  const { t } = useTranslation('staff');
  const { me } = useConsoleContext();
  const now = useServerNow(30_000);
  const entered = stepOf(row, 'waiting')?.enteredAt;
  const talking = row.talkingWith;
  const hint = talking
    ? talking.staffId === me.staffId
      ? t('list.talking')
      : t('list.talkedBy', { name: talking.name })
    : next
      ? t('list.next')
      : null;
  return (
    <button type="button" className={styles.line} aria-pressed={chosen} onClick={onChoose}>
      <span className={styles.number} aria-hidden={place === null}>
        {place ?? '–'}
      </span>
      <span className={styles.name}>
        {row.name} <span className={styles.ticket}>{row.ticket}</span>
      </span>
      <span className={styles.since}>
        {entered === undefined
          ? ''
          : t('list.minutes', { count: Math.max(0, Math.floor((now - entered) / 60_000)) })}
      </span>
      <span>
        <Hidden>, </Hidden>
        <NotePill row={row} />
      </span>
      <span className={styles.hint}>{hint}</span>
    </button>
  );
}
