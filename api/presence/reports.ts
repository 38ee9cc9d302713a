import type { Logger } from 'pino';
import type { DeviceState } from '#protocol/live.schema';
import { within } from '../deadline';
import { AppError } from '../errors';
import type { Publisher } from '../live/publish';
import type { HeldEpochs } from './held-epochs';
import { positionPresence, signatureOf, type PresenceRecord } from './judge';
import type { Device, KeptRecord, PresenceRecords } from './records';

const PART_MS = 1_000;

export interface Report {
  readonly epoch: number;
  readonly state: DeviceState;
  readonly leaving: boolean;
}

interface ReportsParts {
  readonly records: PresenceRecords;
  readonly epochs: HeldEpochs;
  readonly publish: Publisher;
  readonly logger: Logger;
}

/**
 * Takes signs of life. Only a superseded device is refused: with MariaDB or Redis away the report is lost, the
 * device's state is unknown, and nobody is sent out.
 */
export function createReports({ records, epochs, publish, logger }: ReportsParts) {
  const tolerate = async <T>(work: Promise<T>, part: string): Promise<T | null> => {
    try {
      return await within(PART_MS, work);
    } catch (error) {
      logger.warn({ err: error, part }, 'a sign of life is not kept');
      return null;
    }
  };

  return async (device: Device, report: Report, now: number): Promise<void> => {
    const holding = await tolerate(epochs.check(device, report.epoch, now), 'MariaDB');
    if (holding && !holding.holds) throw new AppError('SUPERSEDED', { since: holding.since });
    const said = report.leaving ? 'left' : 'live';
    const { epoch, leaving: left, state } = report;
    const record: KeptRecord = { epoch, at: now, left, device: state, said };
    const kept = await tolerate(records.report(device, record), 'Redis');
    if (!kept) return;
    if (kept.outcome === 'superseded') throw new AppError('SUPERSEDED', { since: kept.before?.at ?? null });
    if (isNews(kept.before, record))
      publish.toRoom(device.roomId, { kind: 'presence', sittingId: device.sittingId });
  };
}
export type Reports = ReturnType<typeof createReports>;

function isNews(before: KeptRecord | null, record: KeptRecord): boolean {
  if (!before || before.said !== record.said) return true;
  const looked = (of: PresenceRecord) => signatureOf(positionPresence(of, of.at));
  return looked(before) !== looked(record);
}
