import type { RecordedEvent } from '../record/use-record';
import { clockOfRecord } from './kept-clock';

const event = (kind: string, at: number, details: RecordedEvent['details'] = {}, by = 'staff:1') =>
  ({ revision: 1, kind, at, by, byName: null, stepId: 'interview', details }) satisfies RecordedEvent;

const started = event('interview.started', 1_000, { totalMs: 600_000 });
const over = event('sitting.over', 500_000, { cause: 'staff' });

describe('the clock of a sitting that is over', () => {
  it('is told by the record: what was added, when it stood still, what was given back', () => {
    const clock = clockOfRecord([
      started,
      event('clock.extend', 2_000, { ms: 60_000, reason: '设备故障' }),
      event('clock.pause', 10_000, { reason: '听不清' }),
      event('clock.resume', 20_000, {}, 'staff:2'),
      event('clock.credit', 90_000, { cause: 'candidate-outage', from: 30_000, to: 40_000, reason: '断线' }),
      event('room.our-outage', 99_000, { from: 50_000, to: 55_000 }, 'system'),
      over,
    ]);
    expect(clock).toMatchObject({ startedAt: 1_000, extendedMs: 60_000, creditedMs: 25_000 });
    expect(clock?.ledger).toEqual([
      { kind: 'extension', ms: 60_000, at: 2_000, by: 'staff:1' },
      expect.objectContaining({ cause: 'own-pause', from: 10_000, to: 20_000, endedBy: 'staff:2' }),
      expect.objectContaining({ cause: 'candidate-outage', answeredAt: 90_000 }),
      expect.objectContaining({ cause: 'our-outage', by: 'system' }),
    ]);
  });
  it('is the last that ran, after a reopening', () =>
    expect(
      clockOfRecord([started, over, event('interview.reopened', 700_000, { ms: 300_000 }), over]),
    ).toMatchObject({ startedAt: 700_000, totalMs: 300_000 }));
  it('is none where nothing began', () => expect(clockOfRecord([over])).toBeNull());
});
