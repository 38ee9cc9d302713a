import type { Logger } from 'pino';
import type { DeviceState } from '#protocol/live.schema';
import type { Positions } from '../access/positions';
import { within } from '../deadline';
import { AppError, isAppError } from '../errors';
import type { Publisher } from '../live/publish';
import { PRESENCE } from '#protocol/presence';
import { endedSilence, type Said } from '../outages/silence';
import type { Silences } from '../outages/silences';
import type { OutageHold } from './hold';
import { positionPresence, signatureOf, type PresenceRecord } from './judge';
import type { LastSeen } from './last-seen';
import type { Device, KeptRecord, PresenceRecords } from './records';

const PART_MS = 1_000;

export interface Report {
  readonly epoch: number;
  readonly state: DeviceState;
  readonly leaving: boolean;
  /** When the page noticed that nobody heard it, and when it spoke again; server time. */
  readonly silent?: Said | undefined;
}

interface ReportsParts {
  readonly positions: Pick<Positions, 'check'>;
  readonly records: PresenceRecords;
  readonly lastSeen: LastSeen;
  readonly hold: OutageHold;
  readonly silences: Pick<Silences, 'note'>;
  readonly publish: Publisher;
  readonly logger: Logger;
}

/**
 * Takes signs of life. Only a superseded device is refused: with MariaDB or Redis away the report is lost, the
 * device's state is unknown, and nobody is sent out.
 */
export function createReports(parts: ReportsParts) {
  const { positions, records, lastSeen, hold, silences, publish, logger } = parts;
  const tolerate = async <T>(what: string, work: Promise<T>): Promise<T | null> => {
    try {
      return await within(PART_MS, work);
    } catch (error) {
      if (isAppError(error) && error.code === 'SUPERSEDED') throw error;
      logger.warn({ err: error, what }, 'a sign of life is not kept');
      return null;
    }
  };

  /** How long nobody heard of this device, where that is worth knowing. */
  const measure = async (device: Device, before: KeptRecord, now: number, said: Said | null) => {
    if (now - before.at < PRESENCE.lostAfterMs) return;
    const judgement = { ...(await hold.judge()), now };
    const silence = endedSilence(device, before, judgement, said);
    if (silence) await silences.note(silence);
  };

  /** @throws AppError SUPERSEDED */
  return async (device: Device, report: Report, now: number): Promise<void> => {
    const { epoch, leaving: left, state } = report;
    await tolerate('position', positions.check(device.sittingId, device.position, epoch));
    const record: KeptRecord = { epoch, at: now, left, device: state, said: left ? 'left' : 'live' };
    const [kept] = await Promise.all([
      tolerate('presence', records.report(device, record)),
      tolerate('last seen', lastSeen(device, epoch, now)),
    ]);
    if (kept?.outcome === 'superseded') throw new AppError('SUPERSEDED', { since: kept.before?.at ?? null });
    if (kept?.before) await tolerate('silence', measure(device, kept.before, now, report.silent ?? null));
    if (kept && isNews(kept.before, record))
      publish.toRoom(device.roomId, { kind: 'presence', sittingId: device.sittingId });
  };
}
export type Reports = ReturnType<typeof createReports>;

function isNews(before: KeptRecord | null, record: KeptRecord): boolean {
  if (before?.said !== record.said) return true;
  const looked = (of: PresenceRecord) => signatureOf(positionPresence(of, of.at));
  return looked(before) !== looked(record);
}
