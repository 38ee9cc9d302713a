import { IsNull, type DataSource } from 'typeorm';
import { MeasuredOutageRow } from '#models/measured-outage';
import type { PresenceRecords } from '../presence/records';
import type { Silences } from './silences';

/** Rows looked at in one round. */
const AT_ONCE = 200;

interface MendingParts {
  readonly dataSource: DataSource;
  readonly records: Pick<PresenceRecords, 'ofSitting'>;
  readonly silences: Pick<Silences, 'note'>;
}

/**
 * Ends what still lasts by its row although the device reports again: the report that ended it could not be followed
 * up. Only at the second sight, so that the closer measure of the report itself comes first.
 */
export function createMending({ dataSource, records, silences }: MendingParts) {
  /** When devices of rows that still last were first seen to be back. */
  const back = new Map<string, number>();

  const look = async (row: MeasuredOutageRow): Promise<void> => {
    const { id, roomId, sittingId, position, lastSeenAt, began, fromAt: from } = row;
    const record = (await records.ofSitting(roomId, sittingId))[position];
    if (!record || record.left || record.at <= lastSeenAt) return void back.delete(id);
    const to = back.get(id);
    if (to === undefined) return void back.set(id, record.at);
    await silences.note({ device: { roomId, sittingId, position }, lastSeenAt, began, from, to });
  };

  return async (): Promise<void> => {
    const lasting = await dataSource
      .getRepository(MeasuredOutageRow)
      .find({ where: { toAt: IsNull() }, order: { lastSeenAt: 'DESC' }, take: AT_ONCE });
    const known = new Set(lasting.map(({ id }) => id));
    for (const id of back.keys()) if (!known.has(id)) back.delete(id);
    for (const row of lasting) await look(row);
  };
}
