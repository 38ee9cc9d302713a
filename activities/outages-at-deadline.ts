import type { DataSource } from 'typeorm';
import { MeasuredOutageRow } from '#models/measured-outage';
import type { OutagesAtDeadline } from '#workflows/activities';
import { isOursUnbooked } from './witness/notice';

/** What a sitting has to know of outages before it acts on a deadline. */
export const outagesAtDeadline = async (
  source: DataSource,
  sittingId: string,
  now: number,
): Promise<OutagesAtDeadline> => {
  const [isOurs, rows] = await Promise.all([
    isOursUnbooked(source, now),
    source.getRepository(MeasuredOutageRow).find({ where: { sittingId }, order: { fromAt: 'ASC' } }),
  ]);
  const measured = rows.map(({ id, position, began, fromAt, toAt }) => ({
    ...{ id, position, began, from: fromAt, to: toAt },
  }));
  return { isOursUnbooked: isOurs, measured };
};
