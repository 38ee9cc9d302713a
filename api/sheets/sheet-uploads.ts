import { z } from 'zod';
import { uploads } from '#contract/sheets';
import { Sheet } from '#models/sheet';
import { Sitting } from '#models/sitting';
import { stepId } from '#protocol/text.schema';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { malformed } from '../tus/headers';
import type { UploadKind } from '../tus/upload-kind';
import { createFinish, refusalOf } from './finish-sheet';
import { mayBegin } from './may-upload';
import { appendPart, beginUpload, dropParts } from './uploads';

const PART_BYTES = 1024 * 1024;

const metadata = z.object({
  step: stepId,
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  type: z.enum(uploads.types),
});

/** @throws AppError MALFORMED, NOT_AN_IMAGE */
function announced(given: Readonly<Record<string, string>>): z.infer<typeof metadata> {
  const parsed = metadata.safeParse(given);
  if (parsed.success) return parsed.data;
  const type = parsed.error.issues.some(({ path }) => path[0] === 'type');
  throw type ? new AppError('NOT_AN_IMAGE') : malformed('Upload-Metadata: step, digest, type expected');
}

/** Photographed sheets, from the device that photographs them and no older one. */
export function sheetUploads(parts: Parts): UploadKind<Sheet> {
  const { dataSource, positions } = parts;
  return {
    ...{ path: uploads.path, epochHeader: uploads.epochHeader, mostBytes: uploads.mostBytes },
    partBytes: PART_BYTES,
    begin: async ({ sittingId, position }, { epoch, bytes, metadata: given }) => {
      await positions.check(sittingId, position, epoch);
      const { step, digest, type: mediaType } = announced(given);
      await mayBegin(parts, sittingId, step, digest);
      const sheet = await beginUpload(parts, { sittingId, stepId: step, digest, bytes, mediaType });
      if (sheet.state === 'refused') throw refusalOf(sheet);
      return sheet;
    },
    find: async ({ sittingId }, id) => {
      const sheet = await dataSource.getRepository(Sheet).findOneBy({ id, sittingId });
      if (!sheet) throw new AppError('NOT_FOUND');
      if (sheet.state === 'refused') throw refusalOf(sheet);
      return sheet;
    },
    demand: async ({ sittingId, position }, sheet, epoch) => {
      await positions.check(sittingId, position, epoch);
      const { sittingId: id, stepId: paperStep } = sheet;
      if (!(await dataSource.getRepository(Sitting).existsBy({ id, paperStep })))
        throw new AppError('NOT_NOW');
    },
    store: (sheet, from, bytes) => appendPart(parts, sheet, from, bytes),
    isFinished: ({ state }) => state === 'ready',
    finish: createFinish(parts),
    drop: async ({ id }) => {
      await dropParts(parts, id);
      await dataSource.getRepository(Sheet).delete({ id, state: 'uploading' });
    },
  };
}
