import { useEffect, useEffectEvent } from 'react';
import type { DeviceState } from '#protocol/live.schema';
import { PRESENCE } from '#protocol/presence';
import { reportPresence } from '#contract/sitting';
import { useApi } from '../../api/ApiProvider';
import type { Heard } from '../sitting/network';
import { useSilence } from './use-silence';

interface PresenceParts {
  readonly epoch: number;
  /** False where there is nothing to report any more. */
  readonly active: boolean;
  /** What this device is like at this moment. */
  readonly state: () => Omit<DeviceState, 'visible' | 'rttMs'>;
  readonly onHeard: (heard: Heard) => void;
  readonly onSuperseded: (since: number | null) => void;
  readonly onSignedOut: () => void;
}

const EVERY_MS = PRESENCE.beatMs;
const REPORT_TIMEOUT_MS = 8_000;
const LONGEST_RTT_MS = 120_000;

/** Says every few seconds that this device is alive and how it is; also when it is hidden, and with its last breath. */
export function usePresence(parts: PresenceParts): void {
  const { call } = useApi();
  const { epoch, active } = parts;
  const silence = useSilence();
  const report = useEffectEvent(async (leaving: boolean, rttMs: number | null): Promise<number | null> => {
    const visible = document.visibilityState === 'visible';
    const sentAt = performance.now();
    const saidAt = silence.now();
    const body = { epoch, state: { ...parts.state(), visible, rttMs }, leaving, ...silence.said() };
    const result = await call(reportPresence, { body }, { keepalive: leaving, timeoutMs: REPORT_TIMEOUT_MS });
    const took = Math.min(LONGEST_RTT_MS, Math.round(performance.now() - sentAt));
    if (result.ok) {
      silence.end();
      parts.onHeard({ kind: 'answer', rttMs: took });
      return took;
    }
    const { refused, details } = result.no;
    const since = typeof details?.since === 'number' ? details.since : null;
    if (refused === 'SUPERSEDED') parts.onSuperseded(since);
    else if (refused === 'NOT_SIGNED_IN') parts.onSignedOut();
    else {
      silence.begin(saidAt);
      parts.onHeard({ kind: refused === 'OFFLINE' ? 'silence' : 'server-away' });
    }
    return null;
  });
  useEffect(() => {
    if (!active) return undefined;
    let rttMs: number | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const beat = async (): Promise<void> => {
      clearTimeout(timer);
      const took = await report(false, rttMs);
      rttMs = took ?? rttMs;
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(() => void beat(), EVERY_MS);
    };
    void beat();
    const forget = onTurns(
      () => void beat(),
      () => void report(true, rttMs),
    );
    return () => {
      stopped = true;
      clearTimeout(timer);
      forget();
    };
  }, [active, epoch]);
}

/** Moments at which a page's state is news, and its last one. */
function onTurns(turn: () => void, leave: () => void): () => void {
  document.addEventListener('visibilitychange', turn);
  window.addEventListener('pageshow', turn);
  window.addEventListener('online', turn);
  window.addEventListener('pagehide', leave);
  return () => {
    document.removeEventListener('visibilitychange', turn);
    window.removeEventListener('pageshow', turn);
    window.removeEventListener('online', turn);
    window.removeEventListener('pagehide', leave);
  };
}
