/** Codes of sockets, mysql2 and gRPC that mean "away", as against "wrong". */
const codes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'POOL_CLOSED',
  'ER_CON_COUNT_ERROR',
  'ER_SERVER_SHUTDOWN',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_LOCK_DEADLOCK',
]);
/** Errors that carry no code: ours, ioredis' and TypeORM's. */
const names = new Set(['DeadlineError', 'MaxRetriesPerRequestError', 'ConnectionIsNotSetError']);
const redisAway = /^(Connection is closed|Stream isn't writeable|Command timed out)/;

/** True when a part of ours is away and a repeat may succeed; anything else is a defect. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (names.has(error.name) || redisAway.test(error.message)) return true;
  return 'code' in error && typeof error.code === 'string' && codes.has(error.code);
}
