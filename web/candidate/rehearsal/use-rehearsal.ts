import { useCallback, useEffect, useRef, useState } from 'react';
import { lookAtRehearsal } from '#contract/rehearsal';
import type { RehearsalState } from '#protocol/rehearsal.schema';
import { useApi } from '../../api/ApiProvider';
import { lacksOf } from '../../media/capabilities';
import { useMedia } from '../../media/MediaProvider';
import { devicesState } from '../devices/device-report';
import { browserName } from '../help/browser-name';
import { useSitting } from '../sitting/sitting-context';

const EVERY_MS = 1_500;
const MOST = 20;

export interface Rehearsing {
  /** Null until the server has answered. */
  readonly state: RehearsalState | null;
  readonly offer: (state: RehearsalState) => void;
}

/** Says how this device is, and hears how far the rehearsal is: both devices begin to record when they see it. */
export function useRehearsal(): Rehearsing {
  const { call } = useApi();
  const media = useMedia();
  const { network } = useSitting();
  const [state, setState] = useState<RehearsalState | null>(null);
  const loudest = useRef<number | null>(null);
  const rtt = useRef(network.rttMs);
  useEffect(() => {
    rtt.current = network.rttMs;
  }, [network.rttMs]);
  useEffect(
    () =>
      media.camera.level.subscribe((level) => {
        loudest.current = Math.max(loudest.current ?? 0, Math.min(1, level));
      }),
    [media],
  );
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const visible = document.visibilityState === 'visible';
      const body = {
        browser: browserName(navigator.userAgent).slice(0, 120),
        screen: `${window.innerWidth} × ${window.innerHeight}`,
        lacks: lacksOf(window).slice(0, MOST),
        faults: media.camera.state().faults.slice(0, MOST),
        device: { ...devicesState(media, null), visible, rttMs: rtt.current },
        loudest: loudest.current,
      };
      const result = await call(lookAtRehearsal, { body });
      if (stopped) return;
      if (result.ok) setState(result.value);
      timer = setTimeout(() => void look(), EVERY_MS);
    };
    void look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [call, media]);
  const offer = useCallback((next: RehearsalState) => setState(next), []);
  return { state, offer };
}
