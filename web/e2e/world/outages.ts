import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { World } from './world';

export interface Span {
  readonly from: number;
  readonly to: number | null;
}

async function spans(world: World, sql: string): Promise<Span[]> {
  const connection = await createConnection(world.databaseUrl);
  try {
    const [found] = await connection.query<RowDataPacket[]>(sql);
    return found.map(({ from_at: from, to_at: to }) => ({
      from: Number(from),
      to: to === null ? null : Number(to),
    }));
  } finally {
    await connection.end();
  }
}

/** Silence of candidates' devices, as it was measured; of one position, oldest first. */
export const measuredOutages = (world: World, position: 1 | 2): Promise<Span[]> =>
  spans(world, `SELECT from_at, to_at FROM measured_outages WHERE position = ${position} ORDER BY from_at`);

/** Outages of ours that every room has got back, oldest first. */
export const bookedOutages = (world: World): Promise<Span[]> =>
  spans(world, 'SELECT from_at, to_at FROM our_outages WHERE booked_at IS NOT NULL ORDER BY from_at');
