import { deadlineFrom } from './reference-clock';

const MINUTE = 60_000;
const started = { kind: 'interview.started', at: 1_000_000, details: { totalMs: 20 * MINUTE } };
const plain = started.at + 20 * MINUTE;
const event = (kind: string, at: number, details: Record<string, unknown> = {}) => ({ kind, at, details });

describe('the reference clock', () => {
  it('knows none before one was started', () =>
    expect(deadlineFrom([event('notice.read', 1)])).toBeUndefined());
  it('runs for as long as the step says', () => expect(deadlineFrom([started])).toBe(plain));
  it('adds what was given, by the room only where the clock ran already', () => {
    const before = event('room.extend', started.at - 1, { ms: 1_001 });
    const after = event('room.extend', started.at + 1, { ms: 1_002 });
    const own = event('clock.extend', started.at + 2, { ms: 1_003 });
    expect(deadlineFrom([before, started, after, own])).toBe(plain + 1_002 + 1_003);
  });
  it('counts pauses that overlap once', () => {
    const at = started.at + MINUTE;
    const events = [
      event('clock.pause', at),
      event('room.pause', at + 10),
      event('clock.resume', at + 100),
      event('room.resume', at + 150),
      event('room.our-outage', at + 200, { from: at + 120, to: at + 170 }),
    ];
    expect(deadlineFrom([started, ...events])).toBe(plain + 170);
  });
  it('has no deadline while a pause lasts', () =>
    expect(deadlineFrom([started, event('clock.pause', started.at + 5)])).toBeNull());
  it('counts of a pause that began before only what is after the start', () => {
    const early = event('room.pause', started.at - 500);
    expect(deadlineFrom([early, started, event('room.resume', started.at + 40)])).toBe(plain + 40);
  });
});
