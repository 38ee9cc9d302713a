import type { Piece } from '#models/take-file';
import { TakeFile } from '#models/take-file';
import { TakeSegment } from '#models/take-segment';
import { TakeSlice } from '#models/take-slice';
import type { Parts } from '../parts';
import type { MediaRef } from './media-address';

export interface Film {
  readonly type: string;
  readonly pieces: readonly Piece[];
}

/** What lies behind an address; null where it is gone, or was joined anew since. */
export async function findFilm(
  parts: Pick<Parts, 'dataSource' | 'storage'>,
  ref: MediaRef,
): Promise<Film | null> {
  if (ref.of === 'segment') return segmentFilm(parts, ref);
  const { takeId, joinedAt } = ref;
  const position = ref.position === 1 ? 1 : 2;
  const file = await parts.dataSource.getRepository(TakeFile).findOneBy({ takeId, position, joinedAt });
  if (!file) return null;
  if (ref.of === 'file') return { type: file.mediaType ?? 'video/webm', pieces: file.pieces };
  const poster = file.posterKey === null ? null : await parts.storage.get(file.posterKey);
  return file.posterKey !== null && poster
    ? { type: 'image/jpeg', pieces: [{ key: file.posterKey, bytes: poster.length }] }
    : null;
}

/** As far as it has arrived without a gap: a player can do nothing with what follows one. */
async function segmentFilm(
  { dataSource }: Pick<Parts, 'dataSource'>,
  { takeId, position: at, segment }: Extract<MediaRef, { of: 'segment' }>,
): Promise<Film | null> {
  const position = at === 1 ? 1 : 2;
  const place = { takeId, position, segment } as const;
  const run = await dataSource.getRepository(TakeSegment).findOneBy(place);
  const slices = await dataSource
    .getRepository(TakeSlice)
    .find({ where: { ...place, state: 'stored' }, order: { seq: 'ASC' } });
  const whole = slices.filter(({ seq }, index) => seq === index);
  const pieces = whole.flatMap(({ key, bytes }) => (key === null ? [] : [{ key, bytes }]));
  return run && pieces.length > 0 ? { type: run.mediaType, pieces } : null;
}
