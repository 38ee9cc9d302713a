import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { DEFAULT_ZONE } from '../i18n/times';

export interface ServerClock {
  /** The server's clock now, epoch ms. The reader's own clock may be an hour off and counts for nothing. */
  readonly now: () => number;
  /** The institution's time zone: all times on the screen are told in it. */
  readonly zone: string;
}

const ownClock: ServerClock = { now: () => Date.now(), zone: DEFAULT_ZONE };
const ServerClockContext = createContext<ServerClock>(ownClock);

interface ServerClockProviderProps {
  /** Server time minus this browser's, ms; measured by whoever talks to the server. */
  readonly offsetMs: number;
  readonly zone?: string;
  readonly children: ReactNode;
}

export function ServerClockProvider({ offsetMs, zone = DEFAULT_ZONE, children }: ServerClockProviderProps) {
  const clock = useMemo(() => ({ now: () => Date.now() + offsetMs, zone }), [offsetMs, zone]);
  return <ServerClockContext value={clock}>{children}</ServerClockContext>;
}

export function useServerClock(): ServerClock {
  return useContext(ServerClockContext);
}

/** The server's time, renewed at each full second of it, so that all clocks of a page change together. */
export function useServerNow(stepMs = 1000): number {
  const { now } = useServerClock();
  const [shown, setShown] = useState(now);
  useEffect(() => {
    let timer = 0;
    const tick = (): void => {
      setShown(now());
      timer = window.setTimeout(tick, stepMs - (now() % stepMs) + 5);
    };
    tick();
    return () => window.clearTimeout(timer);
  }, [now, stepMs]);
  return shown;
}
