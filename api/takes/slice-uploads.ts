import { slices } from '#contract/takes';
import { TakeSegment } from '#models/take-segment';
import { TakeSlice } from '#models/take-slice';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import type { UploadKind } from '../tus/upload-kind';
import { announcedSlice } from './announced-slice';
import { demandSender, demandWanted, type Sender } from './may-send';
import { appendToSlice, beginRun, beginSlice, dropSlice, finishSlice } from './slices';
import { findTake } from './take-rows';
import { wantFile } from './wish';

/** Part of one slice that is held in memory: most slices are stored as they come. */
const PART_BYTES = 4 * 1024 * 1024;

/** Seconds of a take, from the device that recorded them. */
export function sliceUploads(parts: Parts): UploadKind<TakeSlice> {
  const demand = async (sender: Sender, slice: TakeSlice) => {
    const { takeId, position, segment } = slice;
    const run = await parts.dataSource
      .getRepository(TakeSegment)
      .findOneByOrFail({ takeId, position, segment });
    const take = await findTake(parts, { sittingId: slice.sittingId, takeId });
    await demandSender(parts, sender, take, run.span);
    await demandWanted(parts, take, slice);
  };
  return {
    ...{ path: slices.path, epochHeader: slices.epochHeader, mostBytes: slices.mostBytes },
    partBytes: PART_BYTES,
    begin: async ({ sittingId, position }, { epoch, bytes, metadata }) => {
      const asked = announcedSlice(metadata, bytes);
      const { take: takeId, span, segment, type: mediaType } = asked;
      const take = await findTake(parts, { sittingId, takeId, span });
      const sender = { sittingId, position, epoch };
      await demandSender(parts, sender, take, span);
      await demandWanted(parts, take, { position, ...asked });
      await beginRun(parts, { takeId, position, segment, span, mediaType, epoch });
      return beginSlice(parts, sender, asked, bytes);
    },
    find: async ({ sittingId, position }, id) => {
      const slice = await parts.dataSource.getRepository(TakeSlice).findOneBy({ id, sittingId, position });
      if (!slice) throw new AppError('NOT_FOUND');
      return slice;
    },
    demand: async ({ sittingId, position }, slice, epoch) => demand({ sittingId, position, epoch }, slice),
    store: (slice, from, bytes) => appendToSlice(parts, slice, from, bytes),
    isFinished: ({ state }) => state === 'stored',
    finish: async (slice) => {
      await finishSlice(parts, slice);
      await joinAgain(parts, slice);
    },
    drop: (slice) => dropSlice(parts, slice),
  };
}

/** A slice of a segment that was declared before: what was joined of it lacks this one. */
async function joinAgain(parts: Parts, { takeId, position, segment }: TakeSlice): Promise<void> {
  const run = await parts.dataSource.getRepository(TakeSegment).findOneBy({ takeId, position, segment });
  if (!run?.declared) return;
  const there = { takeId, position, segment, state: 'stored' } as const;
  const stored = await parts.dataSource.getRepository(TakeSlice).countBy(there);
  if (stored >= run.declared.length) await wantFile(parts, takeId, position);
}
