import type { Home } from '../seat/use-seat';
import { doorOf } from './door';

const window = { opensAt: 100, entryClosesAt: 200, closesAt: 300 };
const going = { phase: 'going-on', clock: null } as Home['view'];

describe('2.1.4 the door of the exam', () => {
  it.each([
    [99, 'before'],
    [100, 'open'],
    [199, 'open'],
    [200, 'late'],
    [300, 'closed'],
  ])('at %i it is %s', (now, kind) => expect(doorOf(window, null, now).kind).toBe(kind));
  it('lets everyone back who was inside', () => expect(doorOf(window, going, 250).kind).toBe('inside'));
  it('is done after the end', () =>
    expect(doorOf(window, { phase: 'over' } as Home['view'], 150).kind).toBe('over'));
});
