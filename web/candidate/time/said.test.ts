import type { MeasuredOutage } from '#protocol/live.schema';
import type { ClockEntry, ClockView } from '#protocol/views.schema';
import { saidNow } from './said';

const clockOf = (...ledger: ClockEntry[]): ClockView => ({
  ...{ startedAt: 1_000, totalMs: 1_200_000, deadlineAt: 1_201_000, remainingMs: 1_000_000 },
  ...{ closingUntil: null, pausedSince: null, extendedMs: 0, creditedMs: 0, ledger },
});
const entry = (given: Partial<Extract<ClockEntry, { kind: 'interval' }>>): ClockEntry => ({
  ...{ kind: 'interval', cause: 'candidate-outage', from: 100_000, to: 237_000, by: 's', endedBy: 's' },
  ...given,
});
const away: MeasuredOutage = { id: 'a', position: 1, began: 'lost', from: 100_000, to: 237_000 };

describe('what is said after an outage', () => {
  it('is that it was reported, until staff answer', () => {
    expect(saidNow(clockOf(), [away], 240_000)).toEqual([{ what: 'waiting', ms: 137_000 }]);
    expect(saidNow(clockOf(), [away], 1_000_000)).toEqual([{ what: 'waiting', ms: 137_000 }]);
    expect(saidNow(clockOf(), [{ ...away, to: null }], 240_000)).toEqual([]);
  });

  it('is for a minute what staff gave back, or that they gave nothing', () => {
    const given = clockOf(entry({ to: 160_000, outages: ['a'], answeredAt: 300_000 }));
    expect(saidNow(given, [away], 359_000)).toEqual([{ what: 'given', ms: 60_000 }]);
    expect(saidNow(given, [away], 360_000)).toEqual([]);
    const nothing = clockOf(entry({ to: 100_000, outages: ['a'], answeredAt: 300_000 }));
    expect(saidNow(nothing, [away], 301_000)).toEqual([{ what: 'refused', ms: 137_000 }]);
  });

  it('is that an outage of ours took no time', () => {
    const ours = clockOf(entry({ cause: 'our-outage', from: 100_000, to: 131_000 }));
    expect(saidNow(ours, [], 140_000)).toEqual([{ what: 'ours', ms: 31_000 }]);
    expect(saidNow(ours, [], 230_000)).toEqual([]);
  });

  it('is nothing of pauses and of what staff gave without a measure', () => {
    expect(saidNow(clockOf(entry({ cause: 'own-pause' }), entry({})), [], 240_000)).toEqual([]);
  });
});
