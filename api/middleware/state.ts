import type { Logger } from 'pino';
import type { Principal } from '../access/principal';

/** What middleware knows of a request. */
export interface AppState {
  requestId: string;
  receivedAt: number;
  /** Of the browser, past the proxies we trust. */
  address: string;
  logger: Logger;
  /** Aborted when the connection ends. */
  gone: AbortSignal;
  principal: Principal;
  sessionToken: string | null;
  setSession: (token: string, expiresAt: number) => void;
  clearSession: () => void;
  /** Name in the contract; paths hold ids and would make a metric a candidate. */
  endpoint?: string;
  refused?: string;
}
