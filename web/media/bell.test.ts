import { createBell } from './bell';
import { scores, TURN_REPEAT_MS } from './bell-scores';
import type { SoundContext } from './sound-context';

class Param {
  setValueAtTime = (): this => this;
  linearRampToValueAtTime = (): this => this;
  exponentialRampToValueAtTime = (): this => this;
}
const started: number[] = [];
class Oscillator {
  constructor(
    _: unknown,
    private readonly options: { frequency: number },
  ) {}
  connect = (next: unknown): unknown => next;
  start = (): void => void started.push(this.options.frequency);
  stop = (): void => undefined;
}
class Gain {
  gain = new Param();
  connect = (next: unknown): unknown => next;
}
Object.assign(globalThis, { OscillatorNode: Oscillator, GainNode: Gain });

/** Sound that a tap turns on. */
function quiet(): SoundContext & { tap: () => void } {
  let on = false;
  return {
    context: () => ({ currentTime: 0, destination: {} }) as unknown as AudioContext,
    armed: () => on,
    arm: () => Promise.resolve((on = true)),
    subscribe: () => () => false,
    tap: () => (on = true),
  };
}

/** Fundamental tones only; each note adds its octave. */
const tones = (): number[] => started.filter((_, at) => at % 2 === 0);
const turn = scores.turn.map((note) => note.pitch);

beforeEach(() => {
  started.length = 0;
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

describe('the turn bell', () => {
  it('rings each 20 s until it is answered', () => {
    const sound = quiet();
    sound.tap();
    const answer = createBell({ sound }).ringTurn();
    expect(tones()).toEqual(turn);
    jest.advanceTimersByTime(2 * TURN_REPEAT_MS);
    expect(tones()).toEqual([...turn, ...turn, ...turn]);
    answer();
    jest.advanceTimersByTime(10 * TURN_REPEAT_MS);
    expect(tones()).toHaveLength(6);
  });
  it('stays silent before the first tap, and rings with it', async () => {
    const bell = createBell({ sound: quiet() });
    bell.ringTurn();
    expect(bell.armed()).toBe(false);
    expect(tones()).toEqual([]);
    await bell.arm();
    expect(tones()).toEqual(turn);
  });
  it('does not ring on a tap when nobody is called', async () => {
    const bell = createBell({ sound: quiet() });
    bell.ringTurn()();
    await bell.arm();
    expect(tones()).toEqual([]);
  });
  it('shakes a phone even where sound is off', () => {
    const shaken: number[][] = [];
    createBell({ sound: quiet(), vibrate: (pattern) => void shaken.push(pattern) }).ringTurn()();
    expect(shaken).toEqual([[200, 100, 200]]);
  });
});

describe('the other sounds', () => {
  it.each(['tick', 'paper', 'chime'] as const)('%s is heard once', (name) => {
    const sound = quiet();
    sound.tap();
    createBell({ sound }).play(name);
    expect(tones()).toEqual(scores[name].map((note) => note.pitch));
  });
});
