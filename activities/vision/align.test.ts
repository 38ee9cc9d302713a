import { fitSimilarity } from './align';
import { apply, sample } from './sampling';
import type { Picture, Point } from './picture';

const POINTS: readonly Point[] = [
  [10, 12],
  [40, 11],
  [25, 30],
  [14, 45],
  [37, 46],
];

it('finds the turn, scale and shift between two faces', () => {
  const truth = { a: 1.3 * Math.cos(0.4), b: 1.3 * Math.sin(0.4), c: -7, d: 22 };
  const fitted = fitSimilarity(
    POINTS,
    POINTS.map((point) => apply(truth, point)),
  );
  for (const key of ['a', 'b', 'c', 'd'] as const) expect(fitted[key]).toBeCloseTo(truth[key], 9);
});

it('never mirrors a face', () => {
  const mirrored = POINTS.map(([x, y]): Point => [-x, y]);
  const { a, b } = fitSimilarity(POINTS, mirrored);
  expect(a * a + b * b).toBeLessThan(1);
});

describe('drawing a part of a picture', () => {
  const ramp: Picture = {
    width: 16,
    height: 16,
    rgb: Uint8Array.from({ length: 16 * 16 * 3 }, (_, i) => (Math.floor(i / 3) % 16) * 10),
  };

  it('mixes between pixels', () => {
    const half = sample(ramp, { a: 1, b: 0, c: 0.5, d: 0 }, 4, 4);
    expect([...half.rgb.subarray(0, 4 * 3)].filter((_, i) => i % 3 === 0)).toEqual([5, 15, 25, 35]);
  });

  it('means over what it shrinks', () => {
    const small = sample(ramp, { a: 4, b: 0, c: 1.5, d: 1.5 }, 4, 4);
    expect([...small.rgb.subarray(0, 4 * 3)].filter((_, i) => i % 3 === 0)).toEqual([15, 55, 95, 135]);
  });

  it('is black outside', () => {
    expect(sample(ramp, { a: 1, b: 0, c: 100, d: 0 }, 2, 2).rgb.every((value) => value === 0)).toBe(true);
  });
});
