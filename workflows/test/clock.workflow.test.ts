import fc from 'fast-check';
import { clockSequence, reference, type ClockOp, type ClockSequence } from './clock-sequences';
import { flowOf } from './flows';
import { openHall, until, type Hall } from './harness';

/** A unit in ms: odd, so that a rounded millisecond shows. */
const UNIT = 7_001;
const HOUR_MS = 3_600_000;

describe('the clock in real workflows', () => {
  let hall: Hall;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    ({ hall, close } = await openHall());
  });
  afterAll(() => close?.());

  /** All stamps lie in the next hours, so that no deadline passes while the sequence is played. */
  const play = async ({ total, ops }: ClockSequence, base: number): Promise<number | null> => {
    const room = await hall.room({ closesAt: base + 100 * HOUR_MS });
    const flow = flowOf(['notice', 'interview'], { interview: { minutes: 0 } });
    const sitting = hall.sitting(room, flow, { extraMs: total * UNIT });
    const instant = (units: number) => base + units * UNIT;
    await sitting.checkIn({ at: base });
    let lastSeq = 0;
    const give = async (op: ClockOp) => {
      if (op.who === 'start') return sitting.ask('notice', { name: 'notice.read' }, { at: instant(op.at) });
      if (op.who === 'pull') return sitting.checkIn();
      if (op.kind === 'outage') {
        const span = { from: instant(op.from), to: instant(op.to) };
        const credit = {
          kind: 'credit' as const,
          cause: 'candidate-outage' as const,
          ...span,
          reason: 'line',
        };
        return sitting.order(credit, { at: span.to });
      }
      const order =
        op.kind === 'extend'
          ? { kind: op.kind, ms: op.units * UNIT, reason: 'more' }
          : { kind: op.kind, reason: 'noise' };
      if (op.who === 'own') return sitting.order(order, { at: instant(op.at) });
      lastSeq = (await room.order(order, { at: instant(op.at) })).seq;
    };
    for (const op of ops) await give(op).catch(() => 'a second pause, or the end of none');
    const { view } = await until(
      () => sitting.state(),
      (seen) => seen.view.roomSeq === lastSeq,
    );
    return view.clock?.deadlineAt ?? null;
  };

  it('has the reference’s deadline in fifty sequences of rooms and sittings', async () => {
    hall.store.isDeaf = false;
    const sequences = fc.sample(clockSequence(7), { numRuns: 50, seed: 20_261_124 });
    const base = (await hall.now()) + HOUR_MS;
    const played: { found: number | null; expected: number | null }[] = [];
    for (let from = 0; from < sequences.length; from += 10) {
      const some = sequences.slice(from, from + 10);
      const found = await Promise.all(some.map((sequence) => play(sequence, base)));
      found.forEach((deadline, index) => {
        const units = reference(some[index] as ClockSequence).deadline;
        played.push({ found: deadline, expected: units === null ? null : base + units * UNIT });
      });
    }
    expect(played.map(({ found }) => found)).toEqual(played.map(({ expected }) => expected));
    expect(played).toHaveLength(50);
    expect(new Set(played.map(({ found }) => found)).size).toBeGreaterThan(25);
  });
});
