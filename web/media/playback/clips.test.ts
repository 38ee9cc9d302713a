import type { RecordedTake } from '#contract/takes';
import { clipAt, filmsOf, lengthOf, signatureOf } from './clips';

const slice = (seq: number, from: number, to: number) => ({
  ...{ seq, from, to, bytes: 10, offset: 10 },
  digest: 'd'.repeat(64),
});
const segment = (n: number, span: number, from: number, to: number) => ({
  ...{ segment: n, span, mediaType: 'video/webm', declared: 2, complete: true, url: `/s${n}` },
  slices: [slice(0, from, from + 1_000), slice(1, from + 1_000, to)],
});
const spans = [
  { n: 1, beganAt: 100_000, stoppedAt: 140_000 },
  { n: 2, beganAt: 200_000, stoppedAt: 210_000 },
];
const taken = (positions: RecordedTake['positions']): RecordedTake =>
  ({ take: { id: 't', spans }, positions, counts: false }) as unknown as RecordedTake;

const parts = taken([
  {
    position: 1,
    segments: [segment(1, 1, 40, 39_000), segment(2, 2, 20, 10_000)],
    bytes: 40,
    joined: null,
  },
]);

describe('the films of a take', () => {
  it('are as long as what was recorded, without the time between', () =>
    expect(lengthOf(parts)).toBe(50_000));

  it('are the parts as they arrived, each where its span and its first slice begin', () => {
    const [film] = filmsOf(parts);
    expect(film).toMatchObject({
      made: 'parts',
      clips: [
        { url: '/s1', fromMs: 40, durationMs: 38_960, fileMs: 0 },
        { url: '/s2', fromMs: 40_020, durationMs: 9_980 },
      ],
    });
    expect(clipAt(film?.clips ?? [], 20_000)?.url).toBe('/s1');
    expect(clipAt(film?.clips ?? [], 45_000)?.url).toBe('/s2');
    expect(clipAt(film?.clips ?? [], 39_500)).toBeNull();
  });

  it('are the joined file by its timeline once it is ready', () => {
    const joined = {
      ...{ state: 'ready' as const, url: '/joined', posterUrl: '/poster', mediaType: 'video/webm' },
      ...{ durationMs: 48_940, bytes: 9, width: 640, height: 480, sound: 'heard' as const },
      timeline: [
        { segment: 1, span: 1, fromMs: 40, fileMs: 0, durationMs: 38_960 },
        { segment: 2, span: 2, fromMs: 20, fileMs: 38_960, durationMs: 9_980 },
      ],
    };
    const ready = taken([{ ...(parts.positions[0] as RecordedTake['positions'][number]), joined }]);
    const [film] = filmsOf(ready);
    expect(film).toMatchObject({ made: 'joined', posterUrl: '/poster' });
    expect(clipAt(film?.clips ?? [], 45_000)).toMatchObject({
      url: '/joined',
      fileMs: 38_960,
      fromMs: 40_020,
    });
    expect(signatureOf(filmsOf(ready))).not.toBe(signatureOf(filmsOf(parts)));
  });

  it('are the same whatever their addresses are', () => {
    const other = taken(
      parts.positions.map((each) => ({
        ...each,
        segments: each.segments.map((one) => ({ ...one, url: `${one.url}?later` })),
      })),
    );
    expect(signatureOf(filmsOf(other))).toBe(signatureOf(filmsOf(parts)));
  });
});
