import { FIRST_PART, LARGEST_PART, nextPartSize, SMALLEST_PART, smallerPart } from './part-size';

const after = (from: number, kbitPerSecond: number, parts: number): number => {
  let size = from;
  for (let nth = 0; nth < parts; nth += 1)
    size = nextPartSize(size, { bytes: size, ms: (size * 8) / kbitPerSecond });
  return size;
};

describe('the size of a part', () => {
  it('settles at two seconds of the line', () => {
    expect(after(FIRST_PART, 800, 6)).toBe(200_000);
    expect(after(FIRST_PART, 4_000, 6)).toBe(1_000_000);
  });
  it('grows twofold at most with one part that was fast', () =>
    expect(nextPartSize(100_000, { bytes: 100_000, ms: 1 })).toBe(200_000));
  it('stays within its bounds', () => {
    expect(after(FIRST_PART, 10, 6)).toBe(SMALLEST_PART);
    expect(after(FIRST_PART, 1_000_000, 20)).toBe(LARGEST_PART);
    expect(smallerPart(SMALLEST_PART)).toBe(SMALLEST_PART);
  });
  it('halves when a part does not arrive, and learns nothing of an empty one', () => {
    expect(smallerPart(400_000)).toBe(200_000);
    expect(nextPartSize(400_000, { bytes: 0, ms: 5 })).toBe(400_000);
  });
});
