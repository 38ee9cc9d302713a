import { In } from 'typeorm';
import type { z } from 'zod';
import type { joinedFile, RecordedTake, shownSegment } from '#contract/takes';
import { Take } from '#models/take';
import { TakeFile } from '#models/take-file';
import { TakeSegment } from '#models/take-segment';
import { TakeSlice } from '#models/take-slice';
import type { Parts } from '../parts';
import { mediaAddress } from './media-address';

interface Rows {
  readonly segments: readonly TakeSegment[];
  readonly slices: readonly TakeSlice[];
  readonly files: readonly TakeFile[];
}
type Shown = Pick<Parts, 'env' | 'dataSource' | 'clock'>;

/** Takes with everything that the server has of them, oldest first. */
export async function presentTakes(parts: Shown, takes: readonly Take[]): Promise<RecordedTake[]> {
  if (takes.length === 0) return [];
  const of = { takeId: In(takes.map(({ id }) => id)) };
  const source = parts.dataSource;
  const rows: Rows = {
    segments: await source.getRepository(TakeSegment).find({ where: of, order: { segment: 'ASC' } }),
    slices: await source.getRepository(TakeSlice).find({ where: of, order: { segment: 'ASC', seq: 'ASC' } }),
    files: await source.getRepository(TakeFile).findBy(of),
  };
  return takes.map((take) => presentTake(parts, take, rows));
}

function presentTake(parts: Shown, { id, ledger, sealedAt }: Take, rows: Rows): RecordedTake {
  const positions = ([1, 2] as const).filter((position) =>
    rows.segments.some((segment) => segment.takeId === id && segment.position === position),
  );
  const counts = sealedAt !== null;
  return {
    take: counts ? { ...ledger, status: 'confirmed' } : ledger,
    positions: positions.map((position) => presentPosition(parts, id, position, rows)),
    counts,
  };
}

function presentPosition(parts: Shown, takeId: string, position: 1 | 2, { segments, slices, files }: Rows) {
  const isOf = (row: TakeSegment | TakeSlice | TakeFile) =>
    row.takeId === takeId && row.position === position;
  const mine = slices.filter(isOf);
  const file = files.find(isOf);
  return {
    position,
    segments: segments.filter(isOf).map((segment) => presentSegment(parts, segment, mine)),
    bytes: mine.reduce((sum, { offset }) => sum + offset, 0),
    joined: file ? presentFile(parts, file) : null,
  };
}

function presentSegment(
  { env, clock }: Shown,
  { takeId, position, segment, span, mediaType, declared }: TakeSegment,
  all: readonly TakeSlice[],
): z.input<typeof shownSegment> {
  const slices = all.filter((slice) => slice.segment === segment);
  const stored = slices.filter(({ state }) => state === 'stored').length;
  const isPlayable = slices[0]?.seq === 0 && slices[0].state === 'stored';
  return {
    ...{ segment, span, mediaType, declared: declared?.length ?? null },
    slices: slices.map(({ seq, fromMs: from, toMs: to, digest, bytes, offset }) => ({
      ...{ seq, from, to, digest, bytes, offset },
    })),
    complete: declared !== null && stored >= declared.length,
    url: isPlayable ? mediaAddress(env, { of: 'segment', takeId, position, segment }, clock()) : null,
  };
}

function presentFile({ env, clock }: Shown, file: TakeFile): z.input<typeof joinedFile> {
  const { takeId, position, joinedAt, posterKey, state, mediaType, durationMs, width, height, sound } = file;
  const isThere = joinedAt !== null && file.pieces.length > 0;
  const address = (of: 'file' | 'poster') =>
    isThere ? mediaAddress(env, { of, takeId, position, joinedAt }, clock()) : null;
  return {
    ...{ state, mediaType, durationMs, width, height, sound },
    url: address('file'),
    posterUrl: posterKey === null ? null : address('poster'),
    bytes: isThere ? file.pieces.reduce((sum, { bytes }) => sum + bytes, 0) : null,
    timeline: [...(file.timeline ?? [])],
  };
}
