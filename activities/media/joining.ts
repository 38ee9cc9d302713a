import { In, LessThanOrEqual, type DataSource } from 'typeorm';
import type { Logger } from 'pino';
import type { Storage } from '#models/storage/port';
import { TakeFile } from '#models/take-file';
import type { Ffmpeg } from './ffmpeg';
import { clearWorkshop, JoinFault, joinTake } from './join-take';

export const JOINING = {
  /** Then staff are told, and the slices stay. */
  attempts: 5,
  /** Between two attempts, longer each time. */
  againMs: 5_000,
  /** A process that has said nothing for so long is dead over it. */
  leaseMs: 600_000,
} as const;

export interface JoiningParts {
  readonly database: () => Promise<DataSource>;
  readonly storage: Storage;
  readonly ffmpeg: Ffmpeg;
  readonly workshop: string;
  readonly clock: () => number;
  readonly logger: Logger;
}

/** Joins what is wanted and due, one after another. @returns how many files were made */
export async function joinWanted(parts: JoiningParts): Promise<number> {
  await clearWorkshop(parts.workshop, Date.now() - JOINING.leaseMs);
  for (let made = 0; ;) {
    const file = await take(parts);
    if (!file) return made;
    if (await join(parts, file)) made += 1;
  }
}

/** Claims one row, so that of several workers one does it; a claim that is overdue is another's to take. */
async function take(parts: JoiningParts): Promise<TakeFile | null> {
  const { database, clock } = parts;
  const rows = (await database()).getRepository(TakeFile);
  const due = { state: In(['wanted', 'joining']), dueAt: LessThanOrEqual(clock()) };
  const [file] = await rows.find({ where: due, order: { dueAt: 'ASC' }, take: 1 });
  if (!file) return null;
  const { takeId, position, wish, dueAt, state } = file;
  const claimed = await rows.update(
    { takeId, position, wish, dueAt, state },
    { state: 'joining', dueAt: clock() + JOINING.leaseMs, attempts: () => 'attempts + 1' },
  );
  return claimed.affected === 1 ? { ...file, attempts: file.attempts + 1 } : take(parts);
}

async function join(parts: JoiningParts, file: TakeFile): Promise<boolean> {
  const { takeId, position, wish } = file;
  const source = await parts.database();
  const rows = source.getRepository(TakeFile);
  try {
    const joined = await joinTake({ ...parts, source }, takeId, position);
    const done = await rows.update(
      { takeId, position, wish },
      { ...joined, state: 'ready', failure: null, joinedAt: parts.clock() },
    );
    // What was wanted anew meanwhile is joined anew; what is not shown any more goes.
    const old = done.affected === 1 ? file : joined;
    for (const { key } of old.pieces) await parts.storage.delete(key);
    if (old.posterKey) await parts.storage.delete(old.posterKey);
    return done.affected === 1;
  } catch (error) {
    await giveBack(parts, file, error);
    return false;
  }
}

/** Tried again later; after the last attempt it is staff's to know, and what was recorded is all there. */
async function giveBack(parts: JoiningParts, file: TakeFile, error: unknown): Promise<void> {
  const { takeId, position, wish, attempts } = file;
  const failure = error instanceof JoinFault ? error.code : 'FAULT';
  const isLast = attempts >= JOINING.attempts;
  parts.logger.warn({ err: error, takeId, position, attempts }, 'a take could not be joined');
  await (await parts.database()).getRepository(TakeFile).update(
    { takeId, position, wish },
    {
      state: isLast ? 'failed' : 'wanted',
      failure,
      dueAt: parts.clock() + JOINING.againMs * 2 ** attempts,
    },
  );
}
