import type { DataSource } from 'typeorm';
import type { RoomVideoState } from '#protocol/live.schema';
import type { RoomPlace } from '../access/places';
import { namesOf } from '../staff-names';
import type { Failover } from './failover';

/** What the staff of a room have to know of its video, with the name of who moved it. */
export const createRoomVideo =
  (failover: Pick<Failover, 'ofRoom'>, dataSource: DataSource) =>
  async (place: RoomPlace): Promise<RoomVideoState> => {
    const { moved, ...room } = await failover.ofRoom(place);
    if (!moved) return { ...room, moved: null };
    const nameOf = await namesOf(dataSource, [moved.by]);
    return { ...room, moved: { ...moved, byName: nameOf(moved.by) } };
  };
export type RoomVideo = ReturnType<typeof createRoomVideo>;
