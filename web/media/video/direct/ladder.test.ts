import fc from 'fast-check';
import { atEase, LOWER_AFTER_MS, nextEase, RAISE_AFTER_MS, type Ease } from './ease';
import { ladderOf, UPLOADS_AGAIN_MS, type Ladder } from './ladder';

const LOOK_MS = 2_000;

/** Looks at the uplink every 2 s; what the device sends after each look. */
function looks(strains: readonly boolean[], from: Ease = atEase(0)): Ladder[] {
  const walk = { ease: from, now: 0 };
  return strains.map((strained) => {
    walk.now += LOOK_MS;
    walk.ease = nextEase(walk.ease, strained, walk.now);
    return ladderOf(walk.ease, 0, walk.now);
  });
}
const times = (ms: number): number => Math.ceil(ms / LOOK_MS);
const lasting = (strained: boolean, ms: number): boolean[] => Array<boolean>(times(ms)).fill(strained);

/** 0: nothing gave way; 4: all that ever does. */
const rungOf = ({ uploads, second, first }: Ladder): number => {
  if (first?.maxWidth === 640) return 4;
  if (second === null) return 3;
  if (second.maxBitrate < 200_000) return 2;
  return uploads === 'wait' ? 1 : 0;
};

describe('what gives way to a narrow uplink', () => {
  it('is first the uploads, then camera 2, then camera 1 to 640 at 15 a second, and never sound', () => {
    const seen = looks(lasting(true, 5 * RAISE_AFTER_MS));
    const rungs = seen.map(rungOf);
    expect([...new Set(rungs)]).toEqual([1, 2, 3, 4]);
    expect(seen.at(-1)).toEqual({
      uploads: 'wait',
      second: null,
      first: { maxBitrate: 250_000, maxWidth: 640, maxFramerate: 15 },
      sound: 'whole',
    });
  });

  it('is nothing on a line that carries everything, from the first moment on', () =>
    expect(looks(lasting(false, 60_000)).map(rungOf)).toEqual(Array(30).fill(0)));

  it('is only uploads for a moment of strain, until some calm has come', () => {
    const rungs = looks([true, true, ...lasting(false, UPLOADS_AGAIN_MS + LOOK_MS)]).map(rungOf);
    expect(rungs).toEqual([1, 1, ...Array<number>(times(UPLOADS_AGAIN_MS)).fill(1), 0]);
  });

  it('comes back in the other order, uploads last', () => {
    const down = lasting(true, 4 * RAISE_AFTER_MS);
    const up = looks([...down, ...lasting(false, 4 * LOWER_AFTER_MS)])
      .slice(down.length)
      .map(rungOf);
    expect([...new Set(up)]).toEqual([4, 3, 2, 0]);
  });

  it('holds for the uploads of one device while the other has given way', () => {
    expect(ladderOf(atEase(0), 1, 1_000)).toMatchObject({ uploads: 'wait', second: { maxBitrate: 100_000 } });
    expect(ladderOf(atEase(0), 2, 1_000)).toMatchObject({ second: null, first: { maxWidth: 1280 } });
  });

  it('never lets uploads go while a picture is made smaller, and never touches sound', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 200 }), (strains) => {
        for (const ladder of looks(strains)) {
          expect(ladder.sound).toBe('whole');
          if (rungOf(ladder) > 1) expect(ladder.uploads).toBe('wait');
          if (ladder.first?.maxWidth === 640) expect(ladder.second).toBeNull();
        }
      }),
    );
  });
});
