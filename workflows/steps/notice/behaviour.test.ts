import { accepted, around, kinds, moment } from '../../test/scene';
import { notice } from './behaviour';

const step = { id: 'notice', kind: 'notice' } as const;
const scene = { step, state: {}, around: around() };

describe('notice', () => {
  it('is done when it was read', () => {
    const outcome = accepted(notice.accept(scene, { name: 'notice.read' }, moment(1)));
    expect(outcome.done).toBe('done');
    expect(kinds(outcome)).toEqual(['notice.read']);
  });

  it('takes no orders, waits for nothing and has no clock', () => {
    expect(notice.onOrder(scene, { kind: 'defer' }, moment(1))).toEqual({ refused: 'NOT_NOW' });
    expect(notice.deadline(scene)).toBeNull();
    expect(notice.clock(scene)).toBeNull();
    expect(notice.view(scene)).toEqual({ kind: 'notice', phase: 'reading' });
  });
});
