import { retryDelay, spreadDelay } from './retry';

describe('the wait before asking again', () => {
  it('doubles from one second and stays at thirty', () =>
    expect([0, 1, 2, 3, 4, 5, 6, 40].map(retryDelay)).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
    ]));
  it('is spread so that a hall does not come back in one instant', () => {
    expect(spreadDelay(1, () => 0)).toBe(2_000);
    expect(spreadDelay(1, () => 1)).toBe(2_500);
  });
});
