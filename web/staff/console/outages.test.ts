import type { PositionPresence } from '#protocol/live.schema';
import type { ClockEntry } from '#protocol/views.schema';
import { clock, consoleRow, here, queued, running } from '../test/console-row';
import { noteOutages, notGivenBack } from './outages';

const seen = (state: PositionPresence['state'], lastSeenAt: number): PositionPresence => ({
  ...here,
  state,
  lastSeenAt,
});
const inside = (first: PositionPresence, ledger: ClockEntry[] = []) =>
  consoleRow('a', { step: running, clock: clock({ ledger }), presence: { 1: first, 2: here } });

describe('an outage of the candidate inside', () => {
  it('lasts from the last sign of life to the first one after it', () => {
    const lost = noteOutages({}, [inside(seen('lost', 10_000))], 25_000);
    expect(lost).toEqual({ a: [{ from: 10_000, to: null }] });
    expect(noteOutages(lost, [inside(seen('lost', 10_000))], 40_000)).toBe(lost);
    expect(noteOutages(lost, [inside(seen('live', 52_000))], 53_000)).toEqual({
      a: [{ from: 10_000, to: 52_000 }],
    });
  });
  it('is not begun by a weak signal, nor noted outside of the exam room', () => {
    expect(noteOutages({}, [inside(seen('amber', 10_000))], 17_000)).toEqual({});
    const waiting = consoleRow('b', { step: queued, presence: { 1: seen('lost', 1), 2: here } });
    expect(noteOutages({}, [waiting], 99_000)).toEqual({});
  });
  it('is offered until a credit or a pause has given it back', () => {
    const known = { a: [{ from: 10_000, to: 52_000 }] };
    const interval = { kind: 'interval', by: 's', endedBy: 's' } as const;
    expect(notGivenBack(inside(here), known)).toEqual([{ from: 10_000, to: 52_000 }]);
    const credit = { ...interval, cause: 'candidate-outage', from: 10_000, to: 52_000 } as const;
    expect(notGivenBack(inside(here, [credit]), known)).toEqual([]);
    const pause = { ...interval, cause: 'own-pause', from: 5_000, to: null } as const;
    expect(notGivenBack(inside(here, [pause]), known)).toEqual([]);
    const half = { ...interval, cause: 'room-pause', from: 20_000, to: 60_000 } as const;
    expect(notGivenBack(inside(here, [half]), known)).toHaveLength(1);
  });
  it('counts from the start of the clock, and is nothing under five seconds', () => {
    expect(notGivenBack(inside(here), { a: [{ from: 0, to: 7_000 }] })).toEqual([{ from: 1_000, to: 7_000 }]);
    expect(notGivenBack(inside(here), { a: [{ from: 0, to: 5_000 }] })).toEqual([]);
  });
  it('is shown while it lasts', () =>
    expect(notGivenBack(inside(here), { a: [{ from: 9_000, to: null }] })).toEqual([
      { from: 9_000, to: null },
    ]));
});
