import { Room } from '#models/room';
import { within } from '../deadline';
import type { Parts } from '../parts';

const LOOK_MS = 300;

/**
 * The newest room order that a page may have seen. A sitting that is told of a later one than it knows waits for it:
 * a claim beyond what the room ever ordered would cost seconds for nothing.
 */
export async function seenOrders(
  { dataSource, places, live, logger }: Parts,
  sittingId: string,
  claimed: number,
): Promise<number> {
  if (claimed === 0) return 0;
  const known = await live.latestViews.read(sittingId);
  if (known && claimed <= known.roomSeq) return claimed;
  try {
    const { roomId } = await places.ofSitting(sittingId);
    const rooms = dataSource.getRepository(Room);
    const select = { id: true, lastSeq: true } as const;
    const room = await within(LOOK_MS, rooms.findOne({ where: { id: roomId }, select }));
    return Math.min(claimed, room?.lastSeq ?? 0);
  } catch (error) {
    // The sitting's own patience bounds it then.
    logger.warn({ err: error }, 'what a page has seen is taken as it says');
    return claimed;
  }
}
