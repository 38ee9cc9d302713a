import type { Surroundings } from '#protocol/live.schema';
import type { StepViews } from '#steps/schemas';
import { placeOf } from './place-of';

const nobody = { state: 'never', lastSeenAt: null, device: null } as const;
const around = (
  ahead: number,
  somebodyInside: boolean,
  estimateMs: number | null = 840_000,
): Surroundings => ({
  queue: { ahead, total: 5, estimateMs },
  officer: { name: null, state: 'there' },
  room: { phase: 'open', somebodyInside },
  faceChecksAhead: null,
  presence: { 1: nobody, 2: nobody },
});
const queued: StepViews['waiting'] = {
  kind: 'waiting',
  phase: 'queued',
  enteredAt: 0,
  deferrals: 0,
  missed: 0,
};

describe('2.1.6 the place in the queue', () => {
  it('counts those ahead and behind, and whether somebody is inside', () =>
    expect(placeOf(queued, around(2, true))).toEqual({
      kind: 'waiting',
      ahead: 2,
      behind: 2,
      occupied: true,
      waitMinutes: 14,
    }));
  it('is the next one when nobody is ahead, also while somebody is inside', () => {
    expect(placeOf(queued, around(0, false))).toEqual({ kind: 'next' });
    expect(placeOf(queued, around(0, true))).toEqual({ kind: 'next' });
  });
  it('says nothing of the wait where it is not known', () =>
    expect(placeOf(queued, around(1, false, null))).toMatchObject({ waitMinutes: null }));
  it('is held while the candidate is away', () =>
    expect(placeOf({ ...queued, phase: 'away', until: 9 }, around(0, false))).toEqual({
      kind: 'away',
      until: 9,
    }));
  it('is unknown before anything was heard', () => expect(placeOf(queued, null)).toBeNull());
});
