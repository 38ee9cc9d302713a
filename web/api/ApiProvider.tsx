import { createContext, useContext, useState, useSyncExternalStore, type ReactNode } from 'react';
import { ServerClockProvider } from '../ui/server-clock';
import { createCall, type Call } from './client';
import { createServerTime, type ServerTime } from './server-time';

export interface Api {
  readonly call: Call;
  readonly time: ServerTime;
}

const ApiContext = createContext<Api | null>(null);

function createApi(): Api {
  const time = createServerTime(() => Date.now());
  const call = createCall({
    fetch: (address, request) => fetch(address, request),
    now: () => Date.now(),
    time,
  });
  return { call, time };
}

/** Gives an app its one connection to the server, and every clock in it the server's time. */
export function ApiProvider({ children }: { readonly children: ReactNode }) {
  const [api] = useState(createApi);
  const offsetMs = useSyncExternalStore(api.time.subscribe, api.time.offset);
  return (
    <ApiContext value={api}>
      <ServerClockProvider offsetMs={offsetMs}>{children}</ServerClockProvider>
    </ApiContext>
  );
}

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error('This page stands outside of ApiProvider');
  return api;
}
