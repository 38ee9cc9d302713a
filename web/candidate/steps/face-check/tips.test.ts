import { faceFailure } from '#steps/face-check/schema';
import { tipsFor } from './tips';

describe('what to change before trying again', () => {
  it.each(faceFailure.options)('has something to say after %s', (reason) => {
    const tips = tipsFor(reason);
    expect(tips.length).toBeGreaterThan(0);
    expect(tips.length).toBeLessThanOrEqual(3);
    expect(new Set(tips.map(({ tip }) => tip)).size).toBe(tips.length);
  });
  it('names what was found first', () => {
    expect(tipsFor('too-dark')[0]).toEqual({ tip: 'light', found: true });
    expect(tipsFor('two-faces')[0]).toEqual({ tip: 'alone', found: true });
  });
  it('does not ask for more light where there is too much', () =>
    expect(tipsFor('too-bright').map(({ tip }) => tip)).not.toContain('light'));
  it('accuses nobody when the likeness was not enough', () =>
    expect(tipsFor('no-match').every(({ found }) => !found)).toBe(true));
});
