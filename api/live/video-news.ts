import type { Logger } from 'pino';
import type { RoomVideoState } from '#protocol/live.schema';
import type { RoomPlace } from '../access/places';
import type { Listener, StaffListener } from './listener';

type Reading = (place: RoomPlace) => Promise<RoomVideoState>;

/** An exam does not change its provider while a console is open: those who heard of it need not be told again. */
const DIRECT = 'direct';

/**
 * Tells staff of a room whether its video works: at first, and at every change. What cannot be read waits for the
 * next round, which comes every few seconds.
 */
export function createVideoNews(read: Reading, logger: Logger) {
  const tellRoom = async (place: RoomPlace, listeners: readonly StaffListener[]): Promise<void> => {
    try {
      const video = await read(place);
      const text = video.provider === 'direct' ? DIRECT : JSON.stringify(video);
      for (const listener of listeners) {
        if (listener.toldVideo === text) continue;
        listener.toldVideo = text;
        listener.stream.send({ event: 'video', video });
      }
    } catch (error) {
      logger.warn({ err: error, roomId: place.roomId }, 'news of the video wait for the next round');
    }
  };

  /** `only`: the room that something was heard of. */
  const tell = async (listeners: Iterable<Listener>, only?: string): Promise<void> => {
    const rooms = new Map<string, { place: RoomPlace; here: StaffListener[] }>();
    for (const listener of listeners) {
      if (listener.kind !== 'staff' || listener.toldVideo === DIRECT) continue;
      const { roomId, examId } = listener;
      if (roomId === null || examId === null || (only !== undefined && only !== roomId)) continue;
      const room = rooms.get(roomId) ?? { place: { roomId, examId, sittingId: null }, here: [] };
      room.here.push(listener);
      rooms.set(roomId, room);
    }
    await Promise.all([...rooms.values()].map(({ place, here }) => tellRoom(place, here)));
  };

  return { tell };
}
export type VideoNews = ReturnType<typeof createVideoNews>;
