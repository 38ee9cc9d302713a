import fc from 'fast-check';
import { clockView } from './clock';
import type { MeasuredOutage } from './live.schema';
import { proposals, SHORTEST_MS, silentSince } from './outages';
import type { ClockEntry } from './views.schema';

const START = 100_000;
const outage = (id: string, from: number, to: number | null, position: 1 | 2 = 1): MeasuredOutage => ({
  ...{ id, position, began: 'lost', from, to },
});
const interval = (from: number, to: number | null, given: Partial<ClockEntry> = {}): ClockEntry => ({
  ...{ kind: 'interval', cause: 'our-outage', from, to, by: 'system', endedBy: 'system' },
  ...(given as object),
});
const of = (outages: readonly MeasuredOutage[], ...ledger: ClockEntry[]) =>
  proposals(outages, { startedAt: START, ledger });

describe('what is proposed to staff', () => {
  it('is what was measured, once it is over', () => {
    expect(of([outage('a', 200_000, null)])).toEqual([]);
    expect(of([outage('a', 200_000, 337_000)])).toEqual([
      { outages: ['a'], positions: [1], from: 200_000, to: 337_000, ms: 137_000 },
    ]);
  });

  it('is asked once for two devices of one home', () =>
    expect(of([outage('a', 200_000, 337_000), outage('b', 203_000, 345_000, 2)])).toEqual([
      { outages: ['a', 'b'], positions: [1, 2], from: 200_000, to: 345_000, ms: 145_000 },
    ]));

  it('waits for both of them', () =>
    expect(of([outage('a', 200_000, 337_000), outage('b', 203_000, null, 2)])).toEqual([]));

  it('is two questions for two outages apart', () =>
    expect(of([outage('b', 400_000, 430_000), outage('a', 200_000, 337_000)])).toMatchObject([
      { outages: ['a'] },
      { outages: ['b'] },
    ]));

  it('begins with the clock', () =>
    expect(of([outage('a', 90_000, 130_000)])).toMatchObject([{ from: START, ms: 30_000 }]));

  it('is less what a pause or an outage of ours gave already', () => {
    expect(of([outage('a', 200_000, 300_000)], interval(210_000, 230_000))).toMatchObject([
      { from: 200_000, to: 300_000, ms: 80_000 },
    ]);
    expect(of([outage('a', 200_000, 300_000)], interval(190_000, null))).toEqual([]);
    expect(of([outage('a', 200_000, 300_000)], interval(190_000, 296_000))).toEqual([]);
  });

  it('is nothing once staff answered it, in part or with nothing', () => {
    const answer = (from: number, to: number) =>
      interval(from, to, { cause: 'candidate-outage', outages: ['a'], answeredAt: 350_000 });
    expect(of([outage('a', 200_000, 300_000)], answer(200_000, 230_000))).toEqual([]);
    expect(of([outage('a', 200_000, 300_000)], answer(200_000, 200_000))).toEqual([]);
  });

  it('tells since when a device is silent', () => {
    expect(silentSince([outage('a', 200_000, 300_000)])).toBeNull();
    expect(silentSince([outage('a', 200_000, null), outage('b', 190_000, null, 2)])).toBe(190_000);
  });
});

const span = fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 120 })).map(([at, length]) => ({
  ...{ from: at * 1_000, to: (at + length) * 1_000 },
}));

/** Second by second: the clock stood still where any interval says so. */
const stoodStill = (spans: readonly { from: number; to: number }[], until: number): number =>
  Array.from({ length: until / 1_000 }, (_, second) => second * 1_000).filter(
    (at) => at >= START && spans.some(({ from, to }) => from <= at && at < to),
  ).length * 1_000;

describe('giving back everything that is proposed', () => {
  it('gives the union of all intervals and of all outages, nothing twice', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), fc.array(span, { maxLength: 6 }), (ours, measured) => {
        const END = 1_000_000;
        const face = { startedAt: START, totalMs: 10 * END, closingMs: 30_000 };
        const outages = measured.map(({ from, to }, index) => outage(`o${index}`, from, to));
        const before = ours.map(({ from, to }) => interval(from, to));
        const asked = proposals(outages, { startedAt: START, ledger: before });
        const credits = asked.map(({ from, to, outages: ids }) =>
          interval(from, to, { cause: 'candidate-outage', outages: [...ids] }),
        );
        const after = clockView(face, [...before, ...credits], END);
        const gained = after.creditedMs - clockView(face, before, END).creditedMs;
        expect(gained).toBe(asked.reduce((sum, { ms }) => sum + ms, 0));
        // By a reference that looks at every second: nothing of ours and of what was asked about is missing or doubled.
        expect(after.creditedMs).toBe(stoodStill([...ours, ...asked], END));
        // What is not asked about is less than a hiccup for each outage.
        const all = stoodStill([...ours, ...measured], END);
        expect(all - after.creditedMs).toBeLessThan(SHORTEST_MS * (measured.length + 1));
        expect(proposals(outages, { startedAt: START, ledger: [...before, ...credits] })).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
