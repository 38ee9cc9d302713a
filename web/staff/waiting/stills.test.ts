import { firstOfLastAttempt } from './stills';

const at = (...seconds: number[]) => seconds.map((second) => ({ at: second * 1000 }));

describe('the still that comes up', () => {
  it('is the first of the last attempt', () =>
    expect(firstOfLastAttempt(at(0, 1, 2, 6, 40, 41, 45))).toBe(4));
  it('is the only one there is, or none', () => {
    expect(firstOfLastAttempt(at(3))).toBe(0);
    expect(firstOfLastAttempt([])).toBe(0);
  });
});
