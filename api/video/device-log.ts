import type { DataSource } from 'typeorm';
import type { Logger } from 'pino';
import { DeviceLogEntry } from '#models/device-log-entry';
import type { Somebody } from './slot';

export type LogLine = Pick<DeviceLogEntry, 'topic' | 'step' | 'outcome'>;

/**
 * Keeps what a page says of its joining and its faults. The line in our own log comes first: it is there also
 * when MariaDB is not.
 */
export function createDeviceLog(dataSource: DataSource, clock: () => number) {
  return async (who: Somebody, line: LogLine, logger: Logger): Promise<void> => {
    const { topic, step, outcome } = line;
    const sittingId = who.kind === 'candidate' ? who.sittingId : null;
    const staffId = who.kind === 'staff' ? who.staffId : null;
    const position = who.kind === 'candidate' ? who.position : null;
    logger.info({ topic, step, outcome, sittingId, staffId, position }, 'a page says');
    await dataSource
      .getRepository(DeviceLogEntry)
      .insert({ at: clock(), sittingId, staffId, position, topic, step, outcome })
      .catch((error: unknown) => logger.warn({ err: error }, 'not kept in the device log'));
  };
}
export type DeviceLog = ReturnType<typeof createDeviceLog>;
