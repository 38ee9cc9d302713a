import { useEffect, useRef, useState } from 'react';
import type { RehearsalState } from '#protocol/rehearsal.schema';
import { useApi } from '../../api/ApiProvider';
import { useMedia } from '../../media/MediaProvider';
import { useServerClock } from '../../ui/server-clock';
import { sendTake } from './send-take';
import { TAKE_MS } from './record-take';
import type { Rehearsing } from './use-rehearsal';

export type TakePhase = 'no' | 'counting' | 'recording' | 'sending' | 'sent' | 'cannot-record' | 'not-sent';

/** A device that comes to a trial later than this waits for the next one. */
const TOO_LATE_MS = 5_000;

interface Take {
  readonly phase: TakePhase;
  /** The trial it belongs to. */
  readonly trial: number;
}

/** Records this device's part of every trial, at the instant that the server named for both. */
export function useTake({ state, offer }: Rehearsing): Take {
  const { call } = useApi();
  const media = useMedia();
  const clock = useServerClock();
  const [take, setTake] = useState<Take>({ phase: 'no', trial: 0 });
  const done = useRef(0);
  const number = state?.trial?.number ?? 0;
  const beganAt = state?.trial?.beganAt ?? 0;
  useEffect(() => {
    if (number === 0 || done.current === number || clock.now() > beganAt + TOO_LATE_MS) return undefined;
    done.current = number;
    const become = (phase: TakePhase): void => setTake({ phase, trial: number });
    const record = async (): Promise<void> => {
      const stream = media.camera.state().stream ?? (await media.camera.open()).stream;
      if (!stream) return become('cannot-record');
      become('recording');
      setTimeout(
        () => setTake((now) => (now.phase === 'recording' ? { ...now, phase: 'sending' } : now)),
        TAKE_MS,
      );
      try {
        const next: RehearsalState | null = await sendTake(call, number, stream);
        become(next ? 'sent' : 'cannot-record');
        if (next) offer(next);
      } catch {
        become('not-sent');
      }
    };
    become('counting');
    setTimeout(() => void record(), Math.max(0, beganAt - clock.now()));
    return undefined;
  }, [call, media, clock, number, beganAt, offer]);
  return take;
}
