import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { RosterChange, RosterFault, RosterField } from '#contract/office-roster';
import { Candidate } from '#models/candidate';
import { Sitting } from '#models/sitting';
import type { KnownRoom } from './find-room';
import { maskPhone } from './id-number';
import type { RosterLine } from './read-lines';

type Present = Pick<
  Candidate,
  'id' | 'ticket' | 'name' | 'roomId' | 'idNumberMasked' | 'phone' | 'extraMinutes'
> & { readonly hasBegun: boolean };
export type Roster = ReadonlyMap<string, Present>;

export interface Changed {
  readonly before: Present;
  readonly line: RosterLine;
  readonly fields: RosterChange['fields'];
}
export interface Changes {
  readonly added: readonly RosterLine[];
  readonly changed: readonly Changed[];
  readonly same: number;
  readonly absent: number;
  readonly faults: readonly RosterFault[];
}

const keyOf = (ticket: string) => ticket.toLowerCase();

/** Everybody of an exam as far as a roster says him, by ticket. */
export async function readPresent(store: DataSource | EntityManager, examId: string): Promise<Roster> {
  const rows = await store
    .getRepository(Candidate)
    .createQueryBuilder('c')
    .innerJoin(Sitting, 's', 's.candidate_id = c.id')
    .select(['c.id AS id', 'c.ticket AS ticket', 'c.name AS name', 'c.room_id AS roomId'])
    .addSelect([
      'c.id_number_masked AS idNumberMasked',
      'c.phone AS phone',
      'c.extra_minutes AS extraMinutes',
    ])
    .addSelect('s.started_at IS NOT NULL', 'hasBegun')
    .where('c.exam_id = :examId', { examId })
    .getRawMany<Omit<Present, 'hasBegun'> & { hasBegun: number | string }>();
  return new Map(
    rows.map((row) => [
      keyOf(row.ticket),
      { ...row, extraMinutes: Number(row.extraMinutes), hasBegun: Number(row.hasBegun) === 1 },
    ]),
  );
}

/** What importing these lines would do to who is there. */
export function changesOf(
  lines: readonly RosterLine[],
  present: Roster,
  rooms: readonly KnownRoom[],
): Changes {
  const known = lines.flatMap((line) => {
    const before = present.get(keyOf(line.ticket));
    return before ? [{ line, before, fields: fieldsOf(before, line, rooms) }] : [];
  });
  const added = lines.filter(({ ticket }) => !present.has(keyOf(ticket)));
  const changed = known.filter(({ fields }) => fields.length > 0);
  const mentioned = new Set(lines.map(({ ticket }) => keyOf(ticket)));
  return {
    ...{ added, changed, same: known.length - changed.length },
    absent: [...present.keys()].filter((ticket) => !mentioned.has(ticket)).length,
    faults: [
      ...added.filter(({ roomId }) => roomId === undefined).map(({ row }) => roomless(row)),
      ...changed.filter(touchesRunning).map(({ line }) => begun(line.row)),
    ],
  };
}

function fieldsOf(before: Present, line: RosterLine, rooms: readonly KnownRoom[]): RosterChange['fields'] {
  const roomOf = (id: string) => rooms.find((room) => room.id === id)?.name.zh ?? null;
  const field = (name: RosterField, was: string | null, is: string | null, differs: boolean) =>
    differs ? [{ field: name, before: was, after: is }] : [];
  const { roomId = before.roomId, phone = before.phone, extraMinutes = before.extraMinutes } = line;
  const { idNumberMasked = before.idNumberMasked } = line;
  const shown = (number: string | null) => (number === null ? null : maskPhone(number));
  return [
    ...field('name', before.name, line.name, before.name !== line.name),
    ...field('room', roomOf(before.roomId), roomOf(roomId), before.roomId !== roomId),
    ...field('idNumber', before.idNumberMasked, idNumberMasked, before.idNumberMasked !== idNumberMasked),
    ...field('phone', shown(before.phone), shown(phone), before.phone !== phone),
    ...field(
      'extraMinutes',
      String(before.extraMinutes),
      String(extraMinutes),
      before.extraMinutes !== extraMinutes,
    ),
  ];
}

/** A sitting carries its room and its time from its beginning. */
const touchesRunning = ({ before, fields }: Changed): boolean =>
  before.hasBegun && fields.some(({ field }) => field === 'room' || field === 'extraMinutes');

/** Names these changes and no others. */
export const digestOf = ({ added, changed }: Changes): string =>
  createHash('sha256')
    .update(JSON.stringify([added, changed.map(({ before, line }) => [before, line])]))
    .digest('hex');

const roomless = (row: number): RosterFault => ({
  ...{ row, column: null },
  message: {
    zh: '这场考试有几个考场，名单里要有“考场”一列。',
    en: 'This exam has several rooms: the roster needs a column “room”.',
  },
});
const begun = (row: number): RosterFault => ({
  ...{ row, column: null },
  message: {
    zh: '这位考生已经开始考试，不能再改考场和加时。',
    en: 'This candidate has begun: room and extra time stay as they are.',
  },
});
