import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DataSource } from 'typeorm';
import { newObjectKey, type Storage } from '#models/storage/port';
import type { Piece, PlacedSegment, TakeFile } from '#models/take-file';
import { TakeSegment } from '#models/take-segment';
import { TakeSlice } from '#models/take-slice';
import type { Ffmpeg } from './ffmpeg';

/** A range of a film reads as many of these as it touches. */
const PIECE_BYTES = 4 * 1024 * 1024;
/** Below this a microphone gave nothing but its own noise, in dB. */
const SILENCE_DB = -60;
/** The first picture of a camera is often still dark. */
const POSTER_MS = 1_000;

export interface JoinParts {
  readonly source: DataSource;
  readonly storage: Storage;
  readonly ffmpeg: Ffmpeg;
  /** Beside the storage, with room for it: what is being joined lies here in the clear, for that long. */
  readonly workshop: string;
}
type Joined = Pick<
  TakeFile,
  'pieces' | 'posterKey' | 'mediaType' | 'durationMs' | 'width' | 'height' | 'sound' | 'timeline'
>;
interface Part extends PlacedSegment {
  readonly file: string;
}

/** Why a position of a take could not be joined; its slices stay as they are. */
export class JoinFault extends Error {
  override readonly name = 'JoinFault';

  constructor(
    readonly code: 'NOTHING_STORED' | 'NO_PICTURE' | 'UNREADABLE',
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/**
 * Puts the slices of one position of a take together: one file that can be sought in, measured, with a poster. What is
 * in the clear meanwhile lies in a folder of this process alone, and is gone when it ends.
 * @throws JoinFault
 */
export async function joinTake(parts: JoinParts, takeId: string, position: 1 | 2): Promise<Joined> {
  await mkdir(parts.workshop, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(parts.workshop, 'take-'));
  try {
    const segments = await writeSegments(parts, folder, takeId, position);
    const [first] = segments;
    if (!first) throw new JoinFault('NOTHING_STORED');
    const file = await together(parts.ffmpeg, folder, segments);
    return await keep(parts, { folder, file, segments });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a process that was killed left lying in the clear. */
export async function clearWorkshop(workshop: string, before: number): Promise<void> {
  const names = await readdir(workshop).catch(() => []);
  for (const name of names) {
    const folder = join(workshop, name);
    const { mtimeMs = Infinity } = await stat(folder).catch(() => ({ mtimeMs: Infinity }));
    if (mtimeMs < before) await rm(folder, { recursive: true, force: true });
  }
}

const suffixOf = (mediaType: string): string => (mediaType.endsWith('/mp4') ? 'mp4' : 'webm');

/** Every segment as a file of its own, with where it stands in the take and in the whole. */
async function writeSegments(
  { source, storage, ffmpeg }: JoinParts,
  folder: string,
  takeId: string,
  position: 1 | 2,
): Promise<readonly Part[]> {
  const of = { takeId, position } as const;
  const runs = await source.getRepository(TakeSegment).find({ where: of, order: { segment: 'ASC' } });
  const slices = await source
    .getRepository(TakeSlice)
    .find({ where: { ...of, state: 'stored' }, order: { segment: 'ASC', seq: 'ASC' } });
  const parts: Part[] = [];
  for (const { segment, span, mediaType } of runs) {
    const mine = slices.filter((slice) => slice.segment === segment);
    // Without its first slice, which says what follows, a run cannot be read.
    if (mine[0]?.seq !== 0) continue;
    const raw = join(folder, `${segment}.raw.${suffixOf(mediaType)}`);
    await pipeline(Readable.from(contentsOf(storage, mine)), createWriteStream(raw, { mode: 0o600 }));
    const file = join(folder, `${segment}.${suffixOf(mediaType)}`);
    await readable(() => ffmpeg.remux(raw, file));
    await rm(raw);
    const { durationMs } = await readable(() => ffmpeg.probe(file));
    const fileMs = parts.reduce((ms, part) => ms + part.durationMs, 0);
    parts.push({ file, segment, span, fromMs: mine[0].fromMs, fileMs, durationMs: durationMs ?? 0 });
  }
  return parts;
}

async function* contentsOf(storage: Storage, slices: readonly TakeSlice[]) {
  for (const { key } of slices) {
    const bytes = key === null ? null : await storage.get(key);
    if (bytes) yield bytes;
  }
}

async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new JoinFault('UNREADABLE', { cause: error });
  }
}

async function together(ffmpeg: Ffmpeg, folder: string, segments: readonly Part[]): Promise<string> {
  const [first] = segments;
  if (!first) throw new JoinFault('NOTHING_STORED');
  if (segments.length === 1) return first.file;
  const list = join(folder, 'list.txt');
  await writeFile(list, segments.map(({ file }) => `file '${file}'\n`).join(''), { mode: 0o600 });
  const whole = join(folder, `whole.${first.file.endsWith('.mp4') ? 'mp4' : 'webm'}`);
  await readable(() => ffmpeg.concat(list, whole));
  return whole;
}

async function keep(
  { storage, ffmpeg }: JoinParts,
  made: { readonly folder: string; readonly file: string; readonly segments: readonly Part[] },
): Promise<Joined> {
  const { folder, file, segments } = made;
  const { durationMs, width, height, hasSound } = await readable(() => ffmpeg.probe(file));
  if (width === null) throw new JoinFault('NO_PICTURE');
  const loudest = hasSound ? await ffmpeg.loudest(file) : null;
  const posterFile = join(folder, 'poster.jpg');
  await readable(() => ffmpeg.poster(file, Math.min(POSTER_MS, (durationMs ?? 0) / 2), posterFile));
  const posterKey = newObjectKey();
  await storage.put(posterKey, await readFile(posterFile));
  return {
    ...{ posterKey, durationMs, width, height },
    pieces: await storePieces(storage, file),
    mediaType: file.endsWith('.mp4') ? 'video/mp4' : 'video/webm',
    sound: hasSound ? (loudest !== null && loudest > SILENCE_DB ? 'heard' : 'silent') : 'none',
    timeline: segments.map(({ file: _file, ...placed }) => placed),
  };
}

/** Encrypted piece by piece, so that memory is bounded here and where it is played. */
async function storePieces(storage: Storage, file: string): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  for await (const chunk of createReadStream(file, { highWaterMark: PIECE_BYTES })) {
    const bytes = chunk as Buffer;
    const key = newObjectKey();
    await storage.put(key, bytes);
    pieces.push({ key, bytes: bytes.length });
  }
  return pieces;
}
