import type { CandidateView } from '#protocol/views.schema';
import { stageOf } from './stage-of';

const kinds = ['pledge', 'cameras', 'waiting', 'interview'] as const;
const at = (kind: (typeof kinds)[number], phase: 'going-on' | 'over' = 'going-on'): CandidateView =>
  ({
    sittingId: 's',
    phase,
    steps: kinds.map((each) => ({ id: each, kind: each, status: 'now', at: null })),
    stepId: kind,
    step: { kind, startedAt: 5 },
    clock: null,
  }) as unknown as CandidateView;

describe('the video stage that is open', () => {
  it('is none before the second camera, before entering and after the end', () => {
    expect(stageOf(null)).toBeNull();
    expect(stageOf(at('pledge'))).toBeNull();
    expect(stageOf(at('interview', 'over'))).toBeNull();
  });
  it('is the waiting stage from the second camera on', () => {
    expect(stageOf(at('cameras'))?.stage).toBe('waiting');
    expect(stageOf(at('waiting'))).toEqual(stageOf(at('cameras')));
  });
  it('is another one in the exam room, out of earshot of the former', () => {
    expect(stageOf(at('interview'))).toEqual({ stage: 'interview', key: 's.interview.5' });
  });
  it('is another one once it goes on without its provider, and the next is not', () => {
    const video = { stage: 'waiting', generation: 0, since: 9, cause: 'join' } as const;
    expect(stageOf({ ...at('waiting'), video })).toEqual({ stage: 'waiting', key: 's.waiting.direct' });
    expect(stageOf({ ...at('interview'), video })).toEqual(stageOf(at('interview')));
  });
});
