import type { Surroundings } from '#protocol/machine';
import { accepted, around, moment } from '../../test/scene';
import { cameras } from './behaviour';

const scene = (changes: Partial<Surroundings> = {}) => ({
  step: { id: 'cameras', kind: 'cameras', positions: 2 } as const,
  state: {},
  around: around(changes),
});
const paired = { positions: { 1: null, 2: { epoch: 1, joinedAt: 77 } } };
const finish = (changes: Partial<Surroundings>) =>
  cameras.accept(scene(changes), { name: 'cameras.finish' }, moment(99));

describe('second camera (2.1.7)', () => {
  it('is missing until another device holds position 2', () => {
    expect(finish({})).toEqual({ refused: 'REQUIREMENT_MISSING', details: { lacks: ['second-camera'] } });
    expect(cameras.view(scene())).toMatchObject({ phase: 'pairing', pairedAt: null });
  });

  it('is done once it is paired, and shows since when', () => {
    expect(accepted(finish(paired)).done).toBe('done');
    expect(cameras.view(scene(paired))).toMatchObject({ phase: 'paired', pairedAt: 77 });
  });

  it('passes without it where staff waived it', () => {
    expect(accepted(finish({ waived: ['second-camera'] })).done).toBe('waived');
    expect(accepted(finish({ ...paired, waived: ['second-camera'] })).done).toBe('done');
  });
});
