import { capFor, SOUND_BITRATE } from './budget';
import { CAMERA_ONE, plan, type PlanPeer } from './plan';

const UPLINK = 800_000;

/** Bits a second that both devices of a candidate send, for so many watchers and so much ease. */
function uplink(watchers: number, ease: number): number {
  const peers: PlanPeer[] = [
    { peerId: 'c1', role: 'candidate', position: 1 },
    { peerId: 'c2', role: 'candidate', position: 2 },
    ...Array.from(
      { length: watchers },
      (_, at) => ({ peerId: `e${at}`, role: 'examiner', position: null }) as const,
    ),
  ];
  const legs = plan(peers);
  const live = (id: string): number => legs.filter((leg) => leg.from === id && leg.camera === 'live').length;
  const sounds = legs.filter((leg) => leg.from.startsWith('c') && leg.sound).length;
  const camera = (sender: 1 | 2): number =>
    live(`c${sender}`) * (capFor(sender, live(`c${sender}`), ease)?.maxBitrate ?? 0);
  return camera(1) + camera(2) + sounds * SOUND_BITRATE;
}

describe('the uplink of a candidate', () => {
  it.each([1, 2, 3, 4, 5, 6])('holds for %s watchers', (watchers) =>
    expect(uplink(watchers, 0)).toBeLessThanOrEqual(UPLINK),
  );
  it('gives camera 2 away first, camera 1 last', () => {
    expect(capFor(2, 1, 1)?.maxBitrate).toBe(100_000);
    expect(capFor(1, 1, 1)).toEqual(capFor(1, 1, 0));
    expect(capFor(2, 1, 2)).toBeNull();
    expect(capFor(1, 1, 2)).toEqual(capFor(1, 1, 0));
    expect(capFor(1, 1, 3)).toEqual({ maxBitrate: 250_000, maxWidth: 640, maxFramerate: 15 });
  });
  it('never cuts sound', () => expect(uplink(5, 3)).toBeGreaterThanOrEqual(5 * SOUND_BITRATE));
  it('falls with every step of giving way', () => {
    const steps = [0, 1, 2, 3].map((ease) => uplink(3, ease));
    expect([...steps].sort((a, b) => b - a)).toEqual(steps);
    expect(new Set(steps).size).toBe(4);
  });
});

describe('a camera', () => {
  it('sends one watcher the best picture', () =>
    expect(capFor(1, 1, 0)).toEqual({ maxBitrate: 450_000, maxWidth: 1280, maxFramerate: 24 }));
  it('sends many watchers a smaller one', () =>
    expect(capFor(1, CAMERA_ONE, 0)).toMatchObject({ maxBitrate: 75_000, maxWidth: 480 }));
  it('of staff is not thinned for one receiver', () =>
    expect(capFor('staff', 1, 0)?.maxBitrate).toBe(400_000));
  it('sends nothing where nobody looks', () => expect(capFor(1, 0, 0)).toBeNull());
});
