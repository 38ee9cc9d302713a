import type { LevelSource } from '../ui/LevelMeter';
import { levelOf, rms, SILENCE_RMS } from './loudness';
import type { SoundContext } from './sound-context';

const PERIOD_MS = 100;

export interface LevelWatch extends LevelSource {
  /** Follows another stream, or none. */
  readonly follow: (stream: MediaStream | null) => void;
  /** Since when the microphone has heard nothing at all; null while it hears, or while nothing can be measured. */
  readonly silentSince: () => number | null;
  readonly close: () => void;
}

/** Measures the owner's microphone ten times a second. Needs the sound context to run, so it may begin after a tap. */
export function createLevelWatch(sound: SoundContext, now: () => number): LevelWatch {
  const listeners = new Set<(level: number) => void>();
  const heard = { silentSince: null as number | null };
  let source: MediaStreamAudioSourceNode | null = null;
  let analyser: AnalyserNode | null = null;
  let followed: MediaStream | null = null;

  const connect = (): void => {
    const context = sound.context();
    if (!context || !followed || followed.getAudioTracks().length === 0) return;
    analyser = new AnalyserNode(context, { fftSize: 1024 });
    source = new MediaStreamAudioSourceNode(context, { mediaStream: followed });
    source.connect(analyser);
  };
  const disconnect = (): void => {
    source?.disconnect();
    source = null;
    analyser = null;
    heard.silentSince = null;
  };
  const measure = (): void => {
    if (!analyser || !sound.armed()) return;
    const samples = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(samples);
    const loudness = rms(samples);
    heard.silentSince = loudness < SILENCE_RMS ? (heard.silentSince ?? now()) : null;
    listeners.forEach((tell) => tell(levelOf(loudness)));
  };
  const timer = setInterval(measure, PERIOD_MS);
  return {
    subscribe(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    follow(stream) {
      disconnect();
      followed = stream;
      connect();
    },
    silentSince: () => heard.silentSince,
    close() {
      clearInterval(timer);
      disconnect();
      listeners.clear();
    },
  };
}
