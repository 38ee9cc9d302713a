import type { Film } from './clips';
import { PairPlayer, type Screen } from './pair-player';

class FakeScreen implements Screen {
  currentTime = 0;
  playbackRate = 1;
  src = '';
  paused = true;
  readyState = 4;
  error: unknown = null;
  async play(): Promise<void> {
    this.paused = false;
  }
  pause(): void {
    this.paused = true;
  }
}

const film = (position: 1 | 2, fromMs: number, url: string): Film => ({
  ...{ position, posterUrl: null, made: 'joined' },
  clips: [{ url, fromMs, durationMs: 10_000, fileMs: 0 }],
});

function scene() {
  const clock = { now: 0 };
  const [one, two] = [new FakeScreen(), new FakeScreen()];
  const player = new PairPlayer(10_000, () => clock.now);
  player.seat(
    [film(1, 0, '/1'), film(2, 2_000, '/2')],
    new Map([
      [1, one],
      [2, two],
    ]),
  );
  const pass = (ms: number): void => {
    clock.now += ms;
    for (const screen of [one, two])
      if (!screen.paused) screen.currentTime += (ms / 1_000) * screen.playbackRate;
    player.tick();
  };
  return { player, one, two, pass };
}

describe('playing both positions in step', () => {
  it('begins a position that joined later when its film does', () => {
    const { player, one, two, pass } = scene();
    player.play();
    pass(1_000);
    expect([one.paused, two.paused, two.src]).toEqual([false, true, '']);
    pass(1_100);
    expect(two.src).toBe('/2');
    expect(two.paused).toBe(false);
    expect(two.currentTime).toBeCloseTo(0.1);
    expect(player.state().atMs).toBe(2_100);
  });

  it('moves both when the candidate chooses another place', () => {
    const { player, one, two } = scene();
    player.seek(6_000);
    expect([one.currentTime, two.currentTime]).toEqual([6, 4]);
    expect(player.state().playing).toBe(false);
  });

  it('waits with both for the one whose picture is not there', () => {
    const { player, one, two, pass } = scene();
    player.seek(5_000);
    player.play();
    two.readyState = 1;
    pass(200);
    const { atMs } = player.state();
    pass(3_000);
    expect(player.state()).toMatchObject({ atMs, waiting: true, playing: true });
    two.readyState = 4;
    pass(500);
    expect(player.state()).toMatchObject({ waiting: false, atMs: atMs + 500 });
    expect(one.paused).toBe(false);
  });

  it('catches up with a little speed, and jumps when it is far off', () => {
    const { player, one, pass } = scene();
    player.play();
    pass(1_000);
    one.currentTime -= 0.2;
    pass(100);
    expect(one.playbackRate).toBeGreaterThan(1);
    one.currentTime = 8;
    pass(100);
    expect(one.currentTime).toBeCloseTo(1.2);
  });

  it('plays at another speed, stops at the end, and begins anew from there', () => {
    const { player, pass } = scene();
    player.setRate(2);
    player.play();
    pass(2_000);
    expect(player.state().atMs).toBe(4_000);
    pass(4_000);
    expect(player.state()).toMatchObject({ playing: false, atMs: 10_000 });
    player.play();
    expect(player.state()).toMatchObject({ playing: true, atMs: 0 });
  });
});
