import { scores, shakes, TURN_REPEAT_MS, type Note, type SoundName } from './bell-scores';
import type { SoundContext } from './sound-context';

export interface Bell {
  /** Whether a sound would be heard now. Staff see it; after a reload one tap turns it on again. */
  readonly armed: () => boolean;
  readonly subscribe: (changed: () => void) => () => void;
  /** To be called in a tap. Rings at once if an invitation is waiting to be heard. */
  readonly arm: () => Promise<boolean>;
  readonly play: (sound: SoundName, options?: { readonly duringSpeech?: boolean }) => void;
  /** The turn bell, each 20 s until the returned function is called. Rings as soon as it may. */
  readonly ringTurn: () => () => void;
}

export interface BellParts {
  readonly sound: SoundContext;
  /** Absent on computers and iPhones. */
  readonly vibrate?: (pattern: number[]) => void;
}

/** A soft mallet: a sine with a little of its octave, struck and fading. */
function strike(context: AudioContext, note: Note, loudness: number): void {
  const start = context.currentTime + note.at + 0.02;
  for (const [times, share] of [
    [1, 1],
    [2, 0.18],
  ] as const) {
    const tone = new OscillatorNode(context, { type: 'sine', frequency: note.pitch * times });
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(note.gain * share * loudness, start + 0.012);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + note.lasts);
    tone.connect(gain).connect(context.destination);
    tone.start(start);
    tone.stop(start + note.lasts + 0.05);
  }
}

export function createBell({ sound, vibrate }: BellParts): Bell {
  const ringing = new Set<symbol>();
  const play: Bell['play'] = (name, { duringSpeech = false } = {}) => {
    const shake = shakes[name];
    if (shake) vibrate?.([...shake]);
    const context = sound.context();
    if (!context || !sound.armed()) return;
    for (const note of scores[name]) strike(context, note, duringSpeech ? 0.5 : 1);
  };
  return {
    armed: sound.armed,
    subscribe: sound.subscribe,
    async arm() {
      const before = sound.armed();
      const running = await sound.arm();
      if (running && !before && ringing.size > 0) play('turn');
      return running;
    },
    play,
    ringTurn() {
      const ring = Symbol('turn');
      ringing.add(ring);
      play('turn');
      const timer = setInterval(() => play('turn'), TURN_REPEAT_MS);
      return () => {
        ringing.delete(ring);
        clearInterval(timer);
      };
    },
  };
}

/** The bell of this browser. */
export function browserBell(sound: SoundContext): Bell {
  const shaking = 'vibrate' in navigator;
  return createBell({
    sound,
    vibrate: shaking ? (pattern) => void navigator.vibrate(pattern) : undefined,
  });
}
