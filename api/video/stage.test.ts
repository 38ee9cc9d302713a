import { ulid } from 'ulid';
import { viewIn, type Kind } from '../live/test/views';
import { isOpen, openStage, parseStageId, stageIdOf } from './stage';

const sittingId = ulid();

describe('the video stages of a sitting', () => {
  it.each([
    ['notice', false, false],
    ['face-check', false, false],
    ['cameras', true, false],
    ['waiting', true, false],
    ['interview', false, true],
  ] as [Kind, boolean, boolean][])('in step %s: waiting %s, interview %s', (kind, waiting, interview) => {
    const view = viewIn(sittingId, kind);
    expect(openStage(view, 'waiting') !== null).toBe(waiting);
    expect(openStage(view, 'interview') !== null).toBe(interview);
  });

  it('are closed before check-in and after the end', () => {
    const over = viewIn(sittingId, 'interview', { over: { at: 2_000_000, interviewMs: 1_000 } });
    for (const view of [null, over])
      for (const stage of ['waiting', 'interview'] as const) expect(openStage(view, stage)).toBeNull();
  });

  it('give a reopened interview another stage than the one before', () => {
    const before = openStage(viewIn(sittingId, 'interview', { at: 1_000 }), 'interview');
    const again = viewIn(sittingId, 'interview', { at: 9_000 });
    expect(openStage(again, 'interview')).not.toEqual(before);
    expect(before && isOpen(again, before)).toBe(false);
  });

  it('are others once they left their provider, and the next interview is back on it', () => {
    const view = viewIn(sittingId, 'interview', { at: 1_000 });
    const before = openStage(view, 'interview');
    const video = { stage: 'interview', generation: 1_000, since: 2_000, cause: 'join' } as const;
    const after = openStage({ ...view, video }, 'interview');
    if (!before || !after) throw new Error('no stage');
    expect(after).toEqual({ ...before, fallback: true });
    expect(stageIdOf(after)).toBe(`${stageIdOf(before)}.direct`);
    expect([isOpen({ ...view, video }, before), isOpen({ ...view, video }, after)]).toEqual([false, true]);
    const again = viewIn(sittingId, 'interview', { at: 9_000 });
    expect(openStage({ ...again, video }, 'interview')).not.toHaveProperty('fallback');
  });

  it('are named by ids that say what they are, and nothing else passes for one', () => {
    const key = { sittingId, stage: 'interview', generation: 1_764_000_000_000 } as const;
    expect(parseStageId(stageIdOf(key))).toEqual(key);
    const fallen = { ...key, fallback: true } as const;
    expect(parseStageId(stageIdOf(fallen))).toEqual(fallen);
    expect(stageIdOf(fallen).length).toBeLessThanOrEqual(80);
    for (const bad of [
      '',
      'x.y.z',
      `${sittingId}.stairs.0`,
      `${sittingId}.waiting`,
      `${sittingId}.waiting.1.2`,
      `${sittingId}.waiting.1.direct.direct`,
    ])
      expect(parseStageId(bad)).toBeNull();
  });
});
