import type { Logger as TemporalLogger } from '@temporalio/worker';
import type { Logger } from 'pino';

/** Temporal's own lines, and those of workflows, into ours: with the workflow's id where there is one. */
export const temporalLog = (logger: Logger): TemporalLogger => ({
  log: (level, message, meta) => logger[level.toLowerCase() as 'info'](meta ?? {}, message),
  trace: (message, meta) => logger.trace(meta ?? {}, message),
  debug: (message, meta) => logger.debug(meta ?? {}, message),
  info: (message, meta) => logger.info(meta ?? {}, message),
  warn: (message, meta) => logger.warn(meta ?? {}, message),
  error: (message, meta) => logger.error(meta ?? {}, message),
});
