import { LessThan } from 'typeorm';
import { ulid } from 'ulid';
import { uploads } from '#contract/sheets';
import { Sheet } from '#models/sheet';
import { SheetPart } from '#models/sheet-part';
import { newObjectKey } from '#models/storage/port';
import { AppError } from '../errors';
import type { Parts } from '../parts';

/** Uploads of one paper, retakes and all: beyond any honest evening. */
const MOST_SHEETS = 200;

export interface Announced {
  readonly sittingId: string;
  readonly stepId: string;
  readonly digest: string;
  readonly bytes: number;
  readonly mediaType: string;
}

type Store = Pick<Parts, 'dataSource' | 'storage' | 'clock'>;

/** Begins an upload, or finds the one of these bytes: what has arrived of it stays. @throws AppError TOO_LARGE, SLOW_DOWN */
export async function beginUpload({ dataSource, clock }: Store, announced: Announced): Promise<Sheet> {
  const { sittingId, stepId, digest, bytes, mediaType } = announced;
  if (bytes > uploads.mostBytes) throw new AppError('TOO_LARGE', { limit: uploads.mostBytes });
  const sheets = dataSource.getRepository(Sheet);
  if ((await sheets.countBy({ sittingId, stepId })) >= MOST_SHEETS) throw new AppError('SLOW_DOWN');
  const fresh: Partial<Sheet> = {
    ...{ id: ulid(), sittingId, stepId, digest, bytes, mediaType, state: 'uploading', offset: 0 },
    ...{ refusal: null, key: null, width: null, height: null, createdAt: clock(), receivedAt: null },
  };
  await sheets.createQueryBuilder().insert().values(fresh).orIgnore().execute();
  const sheet = await sheets.findOneByOrFail({ sittingId, stepId, digest });
  // The same bytes under another name or length would be another upload: they cannot have this digest.
  if (sheet.bytes !== bytes) throw new AppError('DIGEST_DIFFERS');
  return sheet;
}

/**
 * Stores bytes that follow what is there. The row's offset moves only from where they begin, so that of two
 * connections that send the same bytes one counts.
 * @throws AppError CONFLICT where the offset is another one by now
 */
export async function appendPart({ dataSource, storage }: Store, sheet: Sheet, from: number, bytes: Buffer) {
  const key = newObjectKey();
  await storage.put(key, bytes);
  try {
    await dataSource.transaction(async (manager) => {
      const sheets = manager.getRepository(Sheet);
      const moved = await sheets.update(
        { id: sheet.id, offset: from, state: 'uploading' },
        { offset: from + bytes.length },
      );
      if (moved.affected !== 1) throw new AppError('CONFLICT');
      await manager
        .getRepository(SheetPart)
        .insert({ sheetId: sheet.id, offset: from, bytes: bytes.length, key });
    });
  } catch (error) {
    await storage.delete(key);
    throw error;
  }
}

/** All bytes of a sheet in their order. */
export async function readParts({ dataSource, storage }: Store, { id, bytes }: Sheet): Promise<Buffer> {
  const parts = await dataSource
    .getRepository(SheetPart)
    .find({ where: { sheetId: id, offset: LessThan(bytes) }, order: { offset: 'ASC' } });
  const whole = Buffer.alloc(bytes);
  for (const part of parts) {
    const stored = await storage.get(part.key);
    if (!stored) throw new Error(`a part of sheet ${id} is not in storage`);
    stored.copy(whole, part.offset);
  }
  return whole;
}

export async function dropParts({ dataSource, storage }: Store, sheetId: string): Promise<void> {
  const parts = dataSource.getRepository(SheetPart);
  for (const { key } of await parts.findBy({ sheetId })) await storage.delete(key);
  await parts.delete({ sheetId });
}
