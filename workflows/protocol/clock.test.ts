import fc from 'fast-check';
import type { NumberedOrder, SittingInput } from '../messages';
import { openRoom, type RoomState } from '../room/state';
import { takeRoomOrder } from '../room/orders';
import { takeCommand } from '../sitting/commands';
import { takeOrder } from '../sitting/orders';
import { applyRoomOrder, inOrder } from '../sitting/room-orders';
import { behaviourIn, openingState, sceneOf, type SittingState } from '../sitting/state';
import { clockSequence, reference, type ClockOp, type ClockSequence } from '../test/clock-sequences';
import { flowOf } from '../test/flows';
import { moment } from '../test/scene';
import { clockView, deadlineOf, remainingAt, type ClockFace } from './clock';
import type { SittingOrder } from './orders.schema';
import { isRefusal } from './refusals';
import type { ClockEntry } from './views.schema';

const room = { roomId: 'R', examId: 'E', closesAt: 10 ** 9 };
const inputOf = (total: number, unit: number): SittingInput => ({
  sittingId: 'S',
  ...room,
  flow: flowOf(['notice', 'interview'], { interview: { minutes: 0 } }),
  photoKey: null,
  extraMs: total * unit,
});

/** The pure sitting as its shell drives it: stamped commands, own orders at once, room orders when it looks. */
const play = ({ total, ops }: ClockSequence, unit: number) => {
  const input = inputOf(total, unit);
  const rows: NumberedOrder[] = [];
  let roomState: RoomState = openRoom();
  let state: SittingState = openingState(input, moment(0)).state;

  const orderRoom = (op: Extract<ClockOp, { who: 'room' }>) => {
    const order =
      op.kind === 'extend'
        ? { kind: op.kind, ms: op.units * unit, reason: 'noise' }
        : { kind: op.kind, reason: 'noise' };
    const request = { order, receivedAt: op.at * unit, by: 'staff:chief' };
    const taken = takeRoomOrder(room, roomState, request);
    if (isRefusal(taken)) return;
    roomState = taken.state;
    rows.push(taken.order);
  };
  const pull = (disorder: number) => {
    const seen = rows.filter(({ seq }) => seq > state.roomSeq - (disorder % 3));
    const shuffled = [...seen, ...seen.slice(disorder % 4)].sort(
      (a, b) => ((a.seq * 7 + disorder) % 5) - ((b.seq * 7 + disorder) % 5),
    );
    for (const row of inOrder(shuffled, state.roomSeq)) {
      state = applyRoomOrder(input, state, row, moment(row.effectiveAt, row.by)).state;
    }
  };
  const orderOwn = (op: Extract<ClockOp, { who: 'own' }>) => {
    const answer = takeOrder(input, state, ownOrder(op, unit), moment(stampOf(op) * unit, 'staff:chief'));
    if (!isRefusal(answer)) state = answer.state;
  };
  const start = (at: number) => {
    const read = { stepId: 'notice', command: { name: 'notice.read' as const } };
    const answer = takeCommand(input, state, read, moment(at * unit));
    if (isRefusal(answer)) throw new Error('not started');
    state = answer.state;
  };
  for (const op of ops) {
    if (op.who === 'room') orderRoom(op);
    else if (op.who === 'own') orderOwn(op);
    else if (op.who === 'pull') pull(op.disorder);
    else start(op.at);
  }
  pull(0);
  const face = behaviourIn(input, state).clock(sceneOf(input, state));
  if (!face) throw new Error('no clock');
  return { face, ledger: state.ledger };
};

const stampOf = (op: Extract<ClockOp, { who: 'own' }>) => (op.kind === 'outage' ? op.to : op.at);
const ownOrder = (op: Extract<ClockOp, { who: 'own' }>, unit: number): SittingOrder => {
  if (op.kind === 'outage') {
    const span = { from: op.from * unit, to: op.to * unit };
    return { kind: 'credit', cause: 'our-outage', ...span, reason: 'outage' };
  }
  if (op.kind === 'extend') return { kind: 'extend', ms: op.units * unit, reason: 'more' };
  return { kind: op.kind, reason: 'noise' };
};

describe('the ledger clock', () => {
  const sequences = clockSequence(14);

  it('has the reference’s deadline to the millisecond, whatever comes late or in another order', () => {
    fc.assert(
      fc.property(sequences, (sequence) => {
        const { face, ledger } = play(sequence, 1);
        expect(deadlineOf(face, ledger)).toBe(reference(sequence).deadline);
      }),
      { numRuns: 5_000 },
    );
  });

  it('lets remaining time fall by running time only', () => {
    const instants = fc.array(fc.nat({ max: 1_500 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(sequences, instants, (sequence, times) => {
        const { face, ledger } = play(sequence, 1);
        const expected = reference(sequence);
        const sorted = [...times].sort((a, b) => a - b);
        const left = sorted.map((t) => remainingAt(face, ledger, t));
        expect(left).toEqual(sorted.map((t) => expected.remaining(t)));
        left.slice(1).forEach((now, index) => {
          const fell = (left[index] ?? 0) - now;
          expect(fell).toBeGreaterThanOrEqual(0);
          expect(fell).toBeLessThanOrEqual((sorted[index + 1] ?? 0) - (sorted[index] ?? 0));
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('is exact at any scale', () => {
    fc.assert(
      fc.property(sequences, fc.constantFrom(7, 997, 60_013), (sequence, unit) => {
        const small = reference(sequence).deadline;
        const { face, ledger } = play(sequence, unit);
        expect(deadlineOf(face, ledger)).toBe(small === null ? null : small * unit);
      }),
      { numRuns: 1_000 },
    );
  });

  it('adds up: start, total, extensions and credit are the deadline', () => {
    fc.assert(
      fc.property(sequences, (sequence) => {
        const { face, ledger } = play(sequence, 1);
        const deadline = deadlineOf(face, ledger);
        if (deadline === null) return;
        const { startedAt, totalMs, extendedMs, creditedMs, remainingMs } = clockView(face, ledger, deadline);
        expect(startedAt + totalMs + extendedMs + creditedMs).toBe(deadline);
        expect(remainingMs).toBe(0);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('what a clock shows', () => {
  const face: ClockFace = { startedAt: 1_000, totalMs: 100, closingMs: 30 };
  const pause = (from: number, to: number | null): ClockEntry => ({
    kind: 'interval',
    cause: 'own-pause',
    from,
    to,
    by: 'staff:chief',
    endedBy: to === null ? null : 'staff:chief',
  });

  it('stands still while paused and knows since when', () => {
    const view = clockView(face, [pause(1_040, null)], 1_090);
    expect(view).toMatchObject({ deadlineAt: null, remainingMs: 60, pausedSince: 1_040, creditedMs: 50 });
  });

  it('counts overlapping pauses once and knows the first instant', () => {
    const ledger = [pause(1_020, 1_050), { ...pause(1_040, null), cause: 'room-pause' as const }];
    expect(clockView(face, ledger, 1_070)).toMatchObject({ pausedSince: 1_020, remainingMs: 80 });
    expect(clockView(face, [pause(1_020, 1_050), pause(1_040, 1_060)], 1_070).deadlineAt).toBe(1_140);
  });

  it('closes for its grace once time is up, and a later pause does not bring time back', () => {
    const view = clockView(face, [pause(1_110, null)], 1_120);
    expect(view).toMatchObject({ deadlineAt: 1_100, closingUntil: 1_130, remainingMs: 0, pausedSince: null });
  });

  it('is not moved by what was before it started', () => {
    const early: ClockEntry = { kind: 'extension', ms: 50, at: 999, by: 'staff:chief' };
    const view = clockView(face, [early, pause(900, 950)], 1_000);
    expect(view).toMatchObject({ deadlineAt: 1_100, extendedMs: 0, ledger: [] });
    expect(clockView(face, [pause(900, 1_010)], 1_050).deadlineAt).toBe(1_110);
  });
});
