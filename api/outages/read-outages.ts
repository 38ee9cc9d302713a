import type { DataSource } from 'typeorm';
import { MeasuredOutageRow } from '#models/measured-outage';
import { Sitting } from '#models/sitting';
import type { MeasuredOutage } from '#protocol/live.schema';

export const present = ({ id, position, began, fromAt, toAt }: MeasuredOutageRow): MeasuredOutage => ({
  ...{ id, position, began, from: fromAt, to: toAt },
});

/** Measured outages of the sittings under way in a room, by sitting, oldest first. */
export async function outagesOfRoom(
  dataSource: DataSource,
  roomId: string,
): Promise<ReadonlyMap<string, readonly MeasuredOutage[]>> {
  const rows = await dataSource
    .getRepository(MeasuredOutageRow)
    .createQueryBuilder('outage')
    .innerJoin(Sitting, 'sitting', 'sitting.id = outage.sittingId')
    .where('outage.roomId = :roomId AND sitting.endedAt IS NULL', { roomId })
    .orderBy('outage.fromAt')
    .getMany();
  const bySitting = new Map<string, MeasuredOutage[]>();
  for (const row of rows) {
    const of = bySitting.get(row.sittingId) ?? [];
    bySitting.set(row.sittingId, of);
    of.push(present(row));
  }
  return bySitting;
}
