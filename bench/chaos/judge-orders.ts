import type { ExamEvent } from '#models/exam-event';
import type { RoomOrderRow } from '#models/room-order';
import type { Acknowledgement } from './acknowledgements';
import { isSame } from './same';
import type { RoomTruth, SittingTruth } from './truth';

/** How this sitting says that it heard an order: by the order's instant and giver. */
const isHearing = (row: RoomOrderRow, { kind, at, byWhom, details }: ExamEvent): boolean => {
  if (row.toSitting !== null) return kind.startsWith('waiting.invit') && details.seq === row.seq;
  if (at !== row.effectiveAt || byWhom !== row.byWhom) return false;
  // A paper that is dispatched or collected speaks in its own step's words.
  const isOfPaper = ['dispatch', 'collect'].includes(row.kind) && kind.startsWith('paper.');
  return isOfPaper || kind === `room.${row.kind}`;
};
const isFor = ({ toSitting }: RoomOrderRow, sittingId: string): boolean =>
  toSitting === null || toSitting === sittingId;

/** The last order that a sitting has to hear of: nobody is told of another's invitation. */
export const lastSeqFor = (room: RoomTruth | undefined, sittingId: string): number =>
  room?.rows.findLast((row) => isFor(row, sittingId))?.seq ?? 0;

export function ordersMissed(
  { state, events, sittingId }: SittingTruth,
  room: RoomTruth | undefined,
): string[] {
  if (!state) return [];
  return (room?.rows ?? [])
    .filter((row) => isFor(row, sittingId) && !events.some((event) => isHearing(row, event)))
    .map(({ seq, kind }) => `${sittingId}: room order ${seq} ${kind}`);
}

export function ordersDoubled({ events, sittingId }: SittingTruth, room: RoomTruth | undefined): string[] {
  const rows = [...(room?.rows ?? [])];
  return events
    .filter(({ kind }) => kind.startsWith('room.'))
    .filter((event) => {
      const order = rows.findIndex((row) => isHearing(row, event));
      if (order >= 0) rows.splice(order, 1);
      return order < 0;
    })
    .map(({ kind, at }) => `${sittingId}: ${kind} at ${at} without an order`);
}

interface RoomVerdict {
  readonly missed: readonly string[];
  readonly doubled: readonly string[];
  readonly wrong: readonly string[];
  readonly unsettled: readonly string[];
}

/** What a room's desk was told against the room's own rows. */
export function judgeRoom(
  told: readonly Acknowledgement[],
  { rows, state, lastSeq, roomId }: RoomTruth,
): RoomVerdict {
  const answered = told.flatMap(({ answer, asked, commandId }) =>
    'seq' in answer ? [{ seq: answer.seq, name: asked.name, body: asked.body, commandId }] : [],
  );
  const isRow = ({ seq, body }: (typeof answered)[number]) =>
    rows.some((row) => row.seq === seq && isSame(row.body, body));
  // The hall itself orders too: what our own outages took is given back.
  const asked = rows.filter(({ byWhom }) => byWhom !== 'system');
  const unasked = asked.filter(({ seq }) => !answered.some((each) => each.seq === seq));
  const numbered = rows.every(({ seq }, at) => seq === at + 1);
  return {
    missed: answered.filter((each) => !isRow(each)).map((each) => `${roomId}: ${each.name} as ${each.seq}`),
    doubled: unasked.map(({ seq, kind }) => `${roomId}: order ${seq} ${kind}, which nobody was told of`),
    wrong: numbered ? [] : [`${roomId}: orders have gaps`],
    unsettled:
      (state?.lastSeq ?? 0) === rows.length && lastSeq === rows.length
        ? []
        : [`${roomId}: at ${state?.lastSeq ?? 0}, projected ${lastSeq}, ${rows.length} rows`],
  };
}
