import { FACE_LIMITS } from '#protocol/face';
import { FRAMES_PER_POSE, planAttempt, posesOf, type Cue } from './sequence';

const plan = (poses: number, forMs: number): readonly Cue[] => {
  const made = planAttempt(poses, 1_000, 1_000 + forMs);
  if (!made) throw new Error('no plan');
  return made;
};

describe('2.1.5 the order of an attempt', () => {
  it('begins with the front, then goes as the server asked', () =>
    expect(posesOf(['open-mouth', 'turn-left'])).toEqual(['front', 'open-mouth', 'turn-left']));

  it('asks for each movement, takes its pictures, and only then asks for the next', () => {
    const kinds = plan(3, 60_000).map(({ kind, index }) => `${kind} ${index}`);
    const one = (index: number) => [
      `ask ${index}`,
      ...Array<string>(FRAMES_PER_POSE).fill(`capture ${index}`),
      `taken ${index}`,
    ];
    expect(kinds).toEqual([...one(0), ...one(1), ...one(2)]);
  });

  it('takes as many pictures as the check accepts, a few hundred ms apart', () => {
    const captures = plan(3, 60_000).filter(({ kind, index }) => kind === 'capture' && index === 1);
    expect(captures.length).toBeGreaterThanOrEqual(FACE_LIMITS.framesPerStepMin);
    expect(captures.length).toBeLessThanOrEqual(FACE_LIMITS.framesPerStep);
    const gaps = captures.slice(1).map(({ at }, index) => at - (captures[index]?.at ?? 0));
    gaps.forEach((gap) => {
      expect(gap).toBeGreaterThanOrEqual(200);
      expect(gap).toBeLessThanOrEqual(900);
    });
  });

  it('goes forward in time and leaves time for the upload', () => {
    const cues = plan(3, 60_000);
    cues.slice(1).forEach(({ at }, index) => expect(at).toBeGreaterThanOrEqual(cues[index]?.at ?? 0));
    expect(cues.at(-1)?.at).toBeLessThan(1_000 + 60_000 - 5_000);
  });

  it('hurries after a reload, but nobody beyond what he can follow', () => {
    const [unhurried, hurried] = [plan(3, 60_000), plan(3, 19_000)];
    expect(hurried.at(-1)?.at).toBeLessThan(unhurried.at(-1)?.at ?? 0);
    expect(planAttempt(3, 0, 12_000)).toBeNull();
  });
});
