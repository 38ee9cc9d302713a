import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { Icon } from '../../ui/Icon';
import { ChimeSwitch } from '../console/ChimeSwitch';
import { useConsoleContext } from '../console/context';
import { found, inOrder, nextInQueue } from '../console/queue-order';
import { attention, groupOf, lookOf } from '../console/row-state';
import { CandidateLine } from './CandidateLine';
import styles from './CandidateList.module.css';

interface CandidateListProps {
  readonly chosen: string | null;
  readonly onChoose: (sittingId: string) => void;
}

/** From so many lines on, looking for somebody by eye takes too long. */
const SEARCH_FROM = 10;

/** Everybody of the room by where he is; in each line the one thing to know, in words. */
export function CandidateList({ chosen, onChoose }: CandidateListProps) {
  const { t } = useTranslation('staff');
  const { me, view, unread } = useConsoleContext();
  const [search, setSearch] = useState('');
  const [needyOnly, setNeedyOnly] = useState(false);
  const all = inOrder(view.rows);
  const queue = all.filter((row) => groupOf(row) === 'queue');
  const needs = (row: ConsoleRow): boolean => attention(row, lookOf(me.role, unread.counts, row)).length > 0;
  const needy = all.filter(needs);
  const filtered = needyOnly && needy.length > 0 ? needy : all;
  const rows = found(filtered, search);
  const next = nextInQueue(all)?.sittingId ?? null;
  return (
    <>
      <div className={styles.head}>
        <h2>{t('list.waiting', { count: queue.length })}</h2>
        <ChimeSwitch />
      </div>
      {needy.length > 0 && (
        <button
          type="button"
          className={styles.needy}
          aria-pressed={needyOnly}
          onClick={() => setNeedyOnly(!needyOnly)}
        >
          <Icon name="alert" bold />
          <span className={styles.count}>{t('list.needYou', { count: needy.length })}</span>
          <span>{needyOnly ? t('list.showAll') : t('list.showNeedy')}</span>
        </button>
      )}
      {all.length >= SEARCH_FROM && (
        <label className={styles.search}>
          <Icon name="search" />
          <input
            type="search"
            aria-label={t('list.search')}
            placeholder={t('list.search')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </label>
      )}
      {all.length === 0 && <p className={styles.empty}>{t('list.empty')}</p>}
      {all.length > 0 && rows.length === 0 && <p className={styles.empty}>{t('list.noneFound')}</p>}
      <ol>
        {rows.map((row, index) => (
          <li key={row.sittingId}>
            <GroupHead row={row} before={rows[index - 1]} />
            <CandidateLine
              row={row}
              place={groupOf(row) === 'queue' ? queue.indexOf(row) + 1 : null}
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
  const group = groupOf(row);
  if (before ? groupOf(before) === group : group === 'queue') return null;
  return <h3 className={styles.group}>{t(`list.groups.${group}`)}</h3>;
}
