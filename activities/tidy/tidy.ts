import { In, IsNull, LessThan, Not, type DataSource } from 'typeorm';
import { MeasuredOutageRow } from '#models/measured-outage';
import { OurOutage } from '#models/our-outage';
import { PairingCode } from '#models/pairing-code';
import { ProcessHeartbeat } from '#models/process-heartbeat';
import { Session } from '#models/session';
import type { Storage } from '#models/storage/port';
import { StoredObject } from '#models/stored-object';

const DAY_MS = 86_400_000;

export const TIDY = {
  /** Face-check stills outlive the check, or the decision about them, by this long. */
  stillsMs: 7 * DAY_MS,
  /** Ended sessions and spent codes stay this long, so that a question about them can be answered. */
  expiredMs: 30 * DAY_MS,
  /** Longer than an exam and the argument about it. */
  heartbeatsMs: 14 * DAY_MS,
  /** Measured silence of devices, beside the record of what was given back of it. */
  outagesMs: 180 * DAY_MS,
  batch: 200,
} as const;

export interface TidyParts {
  readonly database: () => Promise<DataSource>;
  readonly storage: Storage;
  readonly clock: () => number;
}

/** Keys of stills that nobody needs any more: the check is long over and no case about it is open or fresh. */
const staleStills = (source: DataSource, before: number): Promise<{ key: string }[]> =>
  source
    .getRepository(StoredObject)
    .createQueryBuilder('object')
    .select('object.key', 'key')
    .where("object.kind = 'still' AND object.deleted_at IS NULL AND object.created_at < :before", { before })
    .andWhere(
      "NOT EXISTS (SELECT 1 FROM identity_cases c WHERE c.sitting_id = object.sitting_id AND (c.phase <> 'decided' OR c.decided_at >= :before))",
    )
    .limit(TIDY.batch)
    .getRawMany<{ key: string }>();

/** Files first, then the row that says so: a repeat finds nothing left to do. @returns how many went */
export const forgetStills = async ({ database, storage, clock }: TidyParts): Promise<number> => {
  const source = await database();
  const stale = await staleStills(source, clock() - TIDY.stillsMs);
  const keys = stale.map(({ key }) => key);
  for (const key of keys) await storage.delete(key);
  if (keys.length > 0)
    await source.getRepository(StoredObject).update({ key: In(keys) }, { deletedAt: clock() });
  return keys.length;
};

/** Sessions and pairing codes long past their time. @returns how many rows went */
export const forgetExpired = async ({ database, clock }: TidyParts): Promise<number> => {
  const source = await database();
  const expiresAt = LessThan(clock() - TIDY.expiredMs);
  const gone = await Promise.all([
    source.getRepository(Session).delete({ expiresAt }),
    source.getRepository(PairingCode).delete({ expiresAt }),
  ]);
  return gone.reduce((sum, { affected }) => sum + (affected ?? 0), 0);
};

/** Heartbeats and what was measured by them, once nobody argues about it any more. @returns how many rows went */
export const forgetHeartbeats = async ({ database, clock }: TidyParts): Promise<number> => {
  const source = await database();
  const old = LessThan(clock() - TIDY.outagesMs);
  const gone = await Promise.all([
    source.getRepository(ProcessHeartbeat).delete({ at: LessThan(clock() - TIDY.heartbeatsMs) }),
    source.getRepository(OurOutage).delete({ toAt: old, bookedAt: Not(IsNull()) }),
    source.getRepository(MeasuredOutageRow).delete({ lastSeenAt: old }),
  ]);
  return gone.reduce((sum, { affected }) => sum + (affected ?? 0), 0);
};
