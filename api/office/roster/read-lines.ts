import type { RosterFault, RosterField } from '#contract/office-roster';
import type { LocalText } from '#protocol/text.schema';
import type { Columns } from './columns';
import { findRoom, type KnownRoom } from './find-room';
import { idFault, maskId } from './id-number';
import { isEmpty, type Table } from './read-table';

/** A candidate as a line of the file says him. What the file has no column for is not there at all. */
export interface RosterLine {
  readonly row: number;
  readonly ticket: string;
  readonly name: string;
  readonly roomId?: string;
  readonly idNumberMasked?: string | null;
  readonly phone?: string | null;
  readonly extraMinutes?: number;
}

interface Found {
  readonly lines: readonly RosterLine[];
  readonly faults: readonly RosterFault[];
}

const MOST_EXTRA = 600;

/** All lines, and everything that is wrong with them. */
export function readLines(table: Table, columns: Columns, rooms: readonly KnownRoom[]): Found {
  const titleOf = (field: RosterField) => table.titles[columns.indexOf(field)] ?? null;
  const lacking = (['ticket', 'name'] as const).filter((field) => !columns.includes(field));
  if (lacking.length > 0) return { lines: [], faults: lacking.map((field) => noColumn(field)) };
  const faults: RosterFault[] = [];
  const firstRows = new Map<string, number>();
  const lines = table.lines.map(({ row, cells }): RosterLine => {
    const cell = (field: RosterField): unknown => cells[columns.indexOf(field)];
    const wrong = (field: RosterField, message: LocalText): void =>
      void faults.push({ row, column: titleOf(field), message });
    const has = (field: RosterField) => columns.includes(field);
    const ticket = textOf(cell('ticket'));
    judgeTicket(ticket, row, firstRows, wrong);
    const name = textOf(cell('name'));
    if (name === '' || name.length > 80) wrong('name', noName);
    const room = findRoom(textOf(cell('room')), has('room'), rooms);
    if ('message' in room) wrong('room', room.message);
    return {
      ...{ row, ticket, name },
      ...('id' in room && room.id !== null && { roomId: room.id }),
      ...(has('idNumber') && { idNumberMasked: readId(cell('idNumber'), wrong) }),
      ...(has('phone') && { phone: readPhone(textOf(cell('phone')), wrong) }),
      ...(has('extraMinutes') && { extraMinutes: readExtra(textOf(cell('extraMinutes')), wrong) }),
    };
  });
  return { lines, faults };
}

type Wrong = (field: RosterField, message: LocalText) => void;

function judgeTicket(ticket: string, row: number, firstRows: Map<string, number>, wrong: Wrong): void {
  if (!/^[A-Za-z0-9-]{1,40}$/.test(ticket)) return wrong('ticket', badTicket);
  const first = firstRows.get(ticket.toLowerCase());
  if (first === undefined) firstRows.set(ticket.toLowerCase(), row);
  else wrong('ticket', twice(ticket, first));
}

function readId(cell: unknown, wrong: Wrong): string | null {
  if (isEmpty(cell)) return null;
  const fault = idFault(cell);
  if (fault) wrong('idNumber', fault);
  return maskId(textOf(cell));
}

function readPhone(phone: string, wrong: Wrong): string | null {
  if (phone === '') return null;
  if (!/^[+0-9][0-9 ()-]{4,39}$/.test(phone)) wrong('phone', badPhone);
  return phone;
}

function readExtra(text: string, wrong: Wrong): number {
  if (text === '') return 0;
  const minutes = Number(text);
  const isFine = Number.isInteger(minutes) && minutes >= 0 && minutes <= MOST_EXTRA;
  if (!isFine) wrong('extraMinutes', badExtra);
  return isFine ? minutes : 0;
}

/** Spreadsheets keep long figures as numbers; what has no fraction is written without one. */
const textOf = (cell: unknown): string => (isEmpty(cell) ? '' : String(cell).trim());

const noColumn = (field: 'ticket' | 'name'): RosterFault => ({
  ...{ row: 1, column: null },
  message:
    field === 'ticket'
      ? { zh: '还没有指定哪一列是准考证号。', en: 'No column is taken for the ticket number.' }
      : { zh: '还没有指定哪一列是姓名。', en: 'No column is taken for the name.' },
});
const badTicket: LocalText = {
  zh: '准考证号要有 1 到 40 位，只用字母、数字和短横线。',
  en: 'A ticket number has 1 to 40 letters, figures and hyphens.',
};
const twice = (ticket: string, row: number): LocalText => ({
  zh: `准考证号 ${ticket} 与第 ${row} 行重复。`,
  en: `Row ${row} has the ticket number ${ticket} too.`,
});
const noName: LocalText = { zh: '姓名要有 1 到 80 个字。', en: 'A name has 1 to 80 letters.' };
const badPhone: LocalText = {
  zh: '电话只用数字、空格、加号、括号和短横线，至少 5 位。',
  en: 'A telephone number has at least five figures, with spaces, plus, brackets and hyphens.',
};
const badExtra: LocalText = {
  zh: `加时填分钟数，0 到 ${MOST_EXTRA}。`,
  en: `Extra time is in minutes, 0 to ${MOST_EXTRA}.`,
};
