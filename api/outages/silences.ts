import type { Redis } from 'ioredis';
import { In, type DataSource } from 'typeorm';
import { ulid } from 'ulid';
import { Sitting } from '#models/sitting';
import { mayBeGone } from '#protocol/photographing';
import type { StaffView } from '#protocol/views.schema';
import type { Publisher } from '../live/publish';
import type { Silence } from './silence';

const KEY = 'outages:measured';

/** Takes what was written down off the list, unless more is known by now. */
const DONE = `
if redis.call('HGET', KEYS[1], ARGV[1]) == ARGV[2] then redis.call('HDEL', KEYS[1], ARGV[1]) end`;

interface SilencesParts {
  readonly redis: Redis;
  readonly dataSource: DataSource;
  readonly publish: Publisher;
}

/** The second camera counts where the flow demands it and nobody waived it; one that photographs sheets does not. */
export const counts = (position: 1 | 2, { view, waived }: StaffView): boolean =>
  !mayBeGone(view, position) &&
  (position === 1 ||
    (view.steps.some(({ kind, status }) => kind === 'cameras' && status !== 'waived') &&
      !waived.some(({ requirement }) => requirement === 'second-camera')));

/**
 * Measured silences on their way to MariaDB: kept in Redis until they are written, so that one that ends while
 * MariaDB is away is not forgotten.
 */
export function createSilences({ redis, dataSource, publish }: SilencesParts) {
  const fieldOf = ({ device, lastSeenAt }: Silence) =>
    [device.sittingId, device.position, lastSeenAt].join('.');

  /** One that ended is never made to last again by whoever noticed its beginning late. */
  const note = async (silence: Silence): Promise<void> => {
    const text = JSON.stringify(silence);
    if (silence.to === null) await redis.hsetnx(KEY, fieldOf(silence), text);
    else await redis.hset(KEY, fieldOf(silence), text);
  };

  const write = async (silences: readonly Silence[]): Promise<Silence[]> => {
    const ids = [...new Set(silences.map(({ device }) => device.sittingId))];
    const sittings = await dataSource
      .getRepository(Sitting)
      .find({ where: { id: In(ids) }, select: { id: true, endedAt: true, staffView: true } });
    const views = new Map(
      sittings.map(({ id, endedAt, staffView }) => [id, endedAt === null ? staffView : null]),
    );
    const measured = silences.filter(({ device }) => {
      const view = views.get(device.sittingId);
      return view?.view.clock && counts(device.position, view);
    });
    for (const silence of measured) await upsert(dataSource, silence);
    return measured;
  };

  /** Writes down what was noted. @returns how many concerned a running clock */
  const flush = async (): Promise<number> => {
    const noted = Object.entries(await redis.hgetall(KEY));
    if (noted.length === 0) return 0;
    const written = await write(noted.map(([, text]) => JSON.parse(text) as Silence));
    for (const [field, text] of noted) await redis.eval(DONE, 1, KEY, field, text);
    for (const { device } of written)
      publish.toRoom(device.roomId, { kind: 'presence', sittingId: device.sittingId });
    return written.length;
  };

  return { note, flush };
}
export type Silences = ReturnType<typeof createSilences>;

/** What is known to have ended stays ended, however late its beginning is written. */
const upsert = async (dataSource: DataSource, { device, ...silence }: Silence): Promise<void> => {
  const { sittingId, roomId, position } = device;
  const { lastSeenAt, began, from, to } = silence;
  await dataSource.query(
    `INSERT INTO measured_outages (id, sitting_id, room_id, position, last_seen_at, began, from_at, to_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE
       from_at = IF(VALUES(to_at) IS NULL, from_at, VALUES(from_at)), to_at = COALESCE(to_at, VALUES(to_at))`,
    [ulid(), sittingId, roomId, position, lastSeenAt, began, from, to],
  );
};
