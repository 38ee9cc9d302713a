import type { Logger } from 'pino';
import type { Message as MessageRow } from '#models/message';
import { mayRead, presentMessage } from '../messages/who-may-read';
import type { Listener } from './listener';
import type { RoomReading } from './room-reading';

/** A message may be stamped before another and be written after it: readings overlap by this. */
const OVERLAP_MS = 10_000;
const REMEMBERED = 2_000;

/** Brings new messages to the streams that may read them, each once. */
export function createNews(
  reading: Pick<RoomReading, 'message' | 'messagesSince'>,
  clock: () => number,
  logger: Logger,
) {
  const brought = new Set<string>();
  /** Everything written until then was brought or was there before the room's first stream. */
  const caughtUp = new Map<string, number>();

  const hand = (row: MessageRow, listeners: Iterable<Listener>): void => {
    if (brought.has(row.id)) return;
    brought.add(row.id);
    if (brought.size > REMEMBERED) brought.delete(brought.values().next().value ?? '');
    for (const { roomId, who, stream } of listeners) {
      if (roomId === row.roomId && mayRead(who, row))
        stream.send({ event: 'message', message: presentMessage(row, who) });
    }
  };

  const bring = async (messageId: string, listeners: Iterable<Listener>): Promise<void> => {
    try {
      const row = await reading.message(messageId);
      if (row) hand(row, listeners);
    } catch (error) {
      logger.warn({ err: error }, 'a message waits for the next round');
    }
  };

  /** What was written since the last round, in case its announcement went astray. */
  const catchUp = async (listeners: ReadonlySet<Listener>): Promise<void> => {
    const rooms = new Set([...listeners].flatMap(({ roomId }) => roomId ?? []));
    for (const roomId of caughtUp.keys()) if (!rooms.has(roomId)) caughtUp.delete(roomId);
    for (const roomId of rooms) {
      const now = clock();
      const since = caughtUp.get(roomId) ?? now;
      try {
        for (const row of await reading.messagesSince(roomId, since - OVERLAP_MS)) hand(row, listeners);
        caughtUp.set(roomId, now);
      } catch (error) {
        logger.warn({ err: error }, 'messages wait for the next round');
      }
    }
  };

  return { bring, catchUp };
}
export type News = ReturnType<typeof createNews>;
