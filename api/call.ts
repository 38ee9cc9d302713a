import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Contract } from '#contract';
import type { Endpoint, InputOf } from '#contract/endpoint';
import type { Logger } from 'pino';
import type { Place } from './access/places';
import type { PrincipalOf } from './access/principal';

/** Present where the path names a room, a sitting or an exam: looked up, and open to this person. */
type PlaceOf<E extends Endpoint> = InputOf<E>['params'] extends
  { roomId: string } | { sittingId: string } | { examId: string }
  ? Place
  : undefined;

/** One request to one endpoint, after parsing and admission. */
export interface Call<E extends Endpoint> extends InputOf<E> {
  readonly who: PrincipalOf<E['who']>;
  readonly place: PlaceOf<E>;
  readonly requestId: string;
  /** Epoch ms when the first byte was seen: this stamps commands. */
  readonly receivedAt: number;
  /** Address of the caller, for throttles and the audit. */
  readonly address: string;
  readonly userAgent: string;
  /** Absolute address as the browser asked for it. */
  readonly href: string;
  /** A header of the request; null where there is none. */
  readonly header: (name: string) => string | null;
  readonly logger: Logger;
  /** Aborted when the caller hangs up: work that only he wants need not begin. */
  readonly gone: AbortSignal;
  /** Token of the presented session cookie, if any. */
  readonly sessionToken: string | null;
  readonly setSession: (token: string, expiresAt: number) => void;
  readonly clearSession: () => void;
}

/** Bytes are sent inert: no sniffing, no store. */
export interface Bytes {
  readonly type: string;
  readonly bytes: Buffer;
}

export type Reply<E extends Endpoint> = E['output'] extends 'stream' | 'lines'
  ? Readable
  : E['output'] extends 'bytes'
    ? Bytes
    : E['output'] extends z.ZodType
      ? z.input<E['output']>
      : never;

export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<Reply<E>>;

/** Handlers of some endpoints by their names in the contract. */
export type Handlers<K extends keyof Contract> = { readonly [N in K]: Handler<Contract[N]> };
