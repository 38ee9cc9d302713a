import type { DataSource, EntityManager } from 'typeorm';
import type { RosterFault, RosterReading } from '#contract/office-roster';
import { Room } from '#models/room';
import { AppError } from '../../errors';
import { changesOf, digestOf, readPresent, type Changes } from './changes';
import { columnsIn, columnsOf } from './columns';
import { readLines } from './read-lines';
import { readTable } from './read-table';

export interface RosterFile {
  readonly examId: string;
  readonly filename: string;
  readonly columns?: string | undefined;
  readonly bytes: Buffer;
}

const MOST_FAULTS = 500;
const MOST_LISTED = 200;
const nothing: Changes = { added: [], changed: [], same: 0, absent: 0, faults: [] };

/** A roster as it would be imported, with everything that is wrong with it. */
export async function readRoster(store: DataSource | EntityManager, file: RosterFile) {
  const table = await readTable(file.filename, file.bytes);
  if ('faults' in table)
    return { reading: readingOf([], [], [], 0, table.faults, nothing), changes: nothing };
  const { titles, lines: rows } = table;
  const columns = file.columns === undefined ? columnsOf(titles) : columnsIn(file.columns, titles);
  if (!columns)
    throw new AppError('MALFORMED', { issues: [{ path: 'query.columns', message: 'one word a column' }] });
  const rooms = await store
    .getRepository(Room)
    .find({ where: { examId: file.examId }, order: { id: 'ASC' } });
  const { lines, faults } = readLines(table, columns, rooms);
  const changes = changesOf(lines, await readPresent(store, file.examId), rooms);
  const sample = rows
    .slice(0, 3)
    .map(({ cells }) => titles.map((_, at) => String(cells[at] ?? '').slice(0, 200)));
  const all = [...faults, ...(faults.length === 0 ? changes.faults : [])];
  return { reading: readingOf(titles, columns, sample, rows.length, all, changes), changes };
}

function readingOf(
  titles: readonly string[],
  columns: RosterReading['columns'] | readonly RosterReading['columns'][number][],
  sample: readonly string[][],
  rows: number,
  faults: readonly RosterFault[],
  changes: Changes,
): RosterReading {
  const sorted = faults.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
  const { added, changed, same, absent } = changes;
  return {
    ...{ titles: [...titles], columns: [...columns], sample: [...sample], rows },
    faults: sorted.slice(0, MOST_FAULTS),
    faultCount: faults.length,
    changes: {
      ...{ added: added.length, changed: changed.length, same, absent },
      list: changed
        .slice(0, MOST_LISTED)
        .map(({ line, fields }) => ({ ticket: line.ticket, name: line.name, fields: [...fields] })),
    },
    digest: digestOf(changes),
  };
}
