import { consoleRow, here, never, queued, running } from '../test/console-row';
import { reachOf } from './reach';

const steps = (now: number) =>
  ['notice', 'cameras', 'waiting', 'interview'].map((kind, index) => ({
    id: kind,
    kind,
    status: index < now ? ('done' as const) : index === now ? ('now' as const) : ('next' as const),
    at: null,
  }));
const waiting = consoleRow('a', { step: queued, steps: steps(2) });

describe('a talk with a candidate', () => {
  it('can begin from the second camera on, and not before', () => {
    expect(
      reachOf(consoleRow('a', { step: { kind: 'notice', phase: 'reading' }, steps: steps(0) }), 'me'),
    ).toBe('too-early');
    const cameras = { kind: 'cameras', phase: 'pairing', waived: false, pairedAt: null } as const;
    expect(reachOf(consoleRow('a', { step: cameras, steps: steps(1) }), 'me')).toBe('free');
    expect(reachOf(waiting, 'me')).toBe('free');
  });
  it('is not offered while a colleague has it, and goes on for whoever has it', () => {
    const taken = { ...waiting, talkingWith: { staffId: 'she', name: '吴老师' } };
    expect(reachOf(taken, 'me')).toBe('taken');
    expect(reachOf(taken, 'she')).toBe('free');
  });
  it('needs somebody at the other end', () => {
    const lost = { ...waiting, presence: { 1: { ...never, state: 'lost' as const }, 2: here } };
    expect(reachOf(lost, 'me')).toBe('silent');
    expect(reachOf({ ...waiting, staff: null }, 'me')).toBe('absent');
    expect(reachOf(consoleRow('a', { step: running, steps: steps(3) }), 'me')).toBe('inside');
  });
});
