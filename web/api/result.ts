import type { Refusal } from '#protocol/refusals';

/**
 * The server could not be asked, or did not answer in time. Nothing is known of the outcome: a command is
 * repeated with the same id, a reading is simply asked again.
 */
export interface Offline {
  readonly refused: 'OFFLINE';
  readonly details?: undefined;
}

/** A typed no: the server's, or the network's. */
export type No = Refusal | Offline;

/** A no as a page keeps it. `requestId` is quoted on the telephone; null where the server was not reached. */
export interface Refused {
  readonly no: No;
  readonly requestId: string | null;
}

export type Result<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Refused);

export const isOffline = (no: No): no is Offline => no.refused === 'OFFLINE';

/** Worth asking again without the reader's doing: the network, or a part of ours that is away. */
export const isPassing = (no: No): boolean => no.refused === 'OFFLINE' || no.refused === 'UNAVAILABLE';
