import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { ServiceError } from '@temporalio/client';
import { QueryFailedError, TypeORMError } from 'typeorm';
import { StorageFault } from '#models/storage/port';

/** What a workflow can tell apart. Failures stand in histories: a code and ids, never a text from elsewhere. */
export type FailureType =
  /** Revision or number r came without r-1: rows were lost. `npm run reproject` rebuilds them. */
  | 'RECORD_GAP'
  /** The roster has no such sitting or room. */
  | 'NOT_ON_ROSTER'
  /** Stills named by the command are not in storage. */
  | 'STILLS_MISSING'
  /** The registered photo is named by the roster but not in storage. */
  | 'PHOTO_MISSING'
  /** A stored file is there but cannot be read. */
  | 'STORAGE_FAULT'
  /** The models failed over these pictures; another try, in another thread, may not. */
  | 'MODEL_FAULT'
  | 'DATABASE_AWAY'
  | 'TEMPORAL_AWAY'
  | 'FAULT';

/** What another try cannot mend. Everything else is tried again: a bug of ours is mended by the next release. */
const final: readonly FailureType[] = ['RECORD_GAP', 'STILLS_MISSING', 'PHOTO_MISSING', 'STORAGE_FAULT'];

export const failure = (
  type: FailureType,
  details: Readonly<Record<string, unknown>> = {},
): ApplicationFailure =>
  ApplicationFailure.create({ type, message: type, nonRetryable: final.includes(type), details: [details] });

const codeOf = (error: object): string | undefined =>
  'code' in error && typeof error.code === 'string' ? error.code : undefined;

const away = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_|PROTOCOL_|ER_CON_COUNT|ER_SERVER_SHUTDOWN)/;

/** Any error as the failure that goes into the history. What it said otherwise belongs in the log. */
export const failureOf = (error: unknown): ApplicationFailure | CancelledFailure => {
  if (error instanceof ApplicationFailure || error instanceof CancelledFailure) return error;
  if (typeof error !== 'object' || error === null) return failure('FAULT');
  if (error instanceof StorageFault) return failure('STORAGE_FAULT', { code: error.code });
  if (error instanceof ServiceError) return failure('TEMPORAL_AWAY');
  const code = codeOf(error);
  if (code && away.test(code)) return failure('DATABASE_AWAY', { code });
  if (error instanceof QueryFailedError || error instanceof TypeORMError) return failure('FAULT', { code });
  return failure('FAULT', { code });
};
