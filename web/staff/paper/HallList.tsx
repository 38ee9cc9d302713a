import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { roomPapers } from '#contract/answers';
import type { OutputOf } from '#contract/endpoint';
import { Segmented } from '../../ui/Segmented';
import { TextField } from '../../ui/TextField';
import { ChimeSwitch } from '../console/ChimeSwitch';
import { found } from '../console/queue-order';
import { HallLine } from './HallLine';
import { countAt, needsSomebody, type PaperPlace, type PaperRow } from './paper-row';
import styles from './paper.module.css';

interface HallListProps {
  readonly paper: OutputOf<typeof roomPapers>;
  readonly rows: readonly PaperRow[];
  readonly chosen: string | null;
  readonly onChoose: (sittingId: string) => void;
}

const filters = {
  all: null,
  needy: null,
  before: ['absent', 'on-the-way', 'waiting', 'soon', 'unopened'],
  writing: ['writing', 'paused', 'closing', 'photographing', 'uploading', 'collecting'],
  over: ['handed-in', 'past'],
} as const satisfies Record<string, readonly PaperPlace[] | null>;
type Filter = keyof typeof filters;
const order = ['all', 'needy', 'before', 'writing', 'over'] as const satisfies readonly Filter[];

const under = (rows: readonly PaperRow[], filter: Filter): readonly PaperRow[] => {
  if (filter === 'needy') return rows.filter(needsSomebody);
  const places: readonly PaperPlace[] | null = filters[filter];
  return places ? rows.filter(({ place }) => places.includes(place)) : rows;
};

/** From so many lines on, looking for somebody by eye takes too long. */
const SEARCH_FROM = 10;

/** Everybody of the room: how far he is, when his words were last safe, how long he has, and whether he needs somebody. */
export function HallList({ paper, rows, chosen, onChoose }: HallListProps) {
  const { t } = useTranslation('paperStaff');
  const { t: staff } = useTranslation('staff');
  const [filter, setFilter] = useState<Filter>('all');
  const [typed, setTyped] = useState('');
  const kept = under(rows, filter);
  const names = new Set(
    found(
      kept.map(({ row }) => row),
      typed,
    ).map(({ sittingId }) => sittingId),
  );
  const shown = kept.filter(({ row }) => names.has(row.sittingId));
  return (
    <section className={styles.list} aria-label={t('list')}>
      <div className={styles.tools}>
        <Segmented
          label={t('show')}
          value={filter}
          options={order.map((value) => ({
            value,
            text: t(`filters.${value}`, { count: under(rows, value).length }),
          }))}
          onChange={setFilter}
        />
        <span className={styles.gap} />
        {rows.length >= SEARCH_FROM && (
          <TextField
            label={staff('list.search')}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
        <ChimeSwitch />
      </div>
      <p className={styles.dim} role="status">
        {t('counts', {
          waiting: countAt(rows, 'waiting', 'soon'),
          writing: countAt(rows, 'unopened', 'writing', 'paused', 'closing'),
          after: countAt(rows, 'photographing', 'uploading', 'collecting'),
          over: countAt(rows, 'handed-in', 'past'),
        })}
      </p>
      {shown.length === 0 ? (
        <p className={styles.empty}>{rows.length === 0 ? staff('list.empty') : t('nobody')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('columns.who')}</th>
              <th scope="col">{t('columns.state')}</th>
              <th scope="col">{t(paper.mode === 'online' ? 'columns.answered' : 'columns.sheets')}</th>
              <th scope="col">{t(paper.mode === 'online' ? 'columns.saved' : 'columns.sealed')}</th>
              <th scope="col">{t('columns.left')}</th>
              <th scope="col">{t('columns.notes')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <HallLine
                key={each.row.sittingId}
                paper={paper}
                line={each}
                chosen={each.row.sittingId === chosen}
                onChoose={() => onChoose(each.row.sittingId)}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
