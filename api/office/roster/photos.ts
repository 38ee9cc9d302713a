import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { ulid } from 'ulid';
import { PhotoBatch } from '#models/photo-batch';
import { newObjectKey } from '#models/storage/port';
import { byOf } from '../../access/principal';
import { audit } from '../../audit';
import { AppError } from '../../errors';
import type { Parts } from '../../parts';
import { findExam } from '../exams/present-exam';
import type { Act } from '../staff-accounts';

const MOST_BATCHES = 50;
const ZIP = Buffer.from('PK\x03\x04', 'latin1');

interface Zip {
  readonly examId: string;
  readonly fileName: string;
  readonly bytes: Buffer;
}

/**
 * Keeps a zip file for the worker to look at. The row is written last: what it names is there.
 * @throws AppError NOT_FOUND, NOT_NOW on a closed exam, WRONG_TYPE
 */
export async function putPhotos({ dataSource, storage }: Parts, { examId, fileName, bytes }: Zip, act: Act) {
  const exam = await findExam(dataSource, examId);
  if (exam.state === 'closed') throw new AppError('NOT_NOW');
  if (!bytes.subarray(0, 4).equals(ZIP)) throw new AppError('WRONG_TYPE');
  const objectKey = newObjectKey();
  await storage.put(objectKey, bytes);
  const row = {
    ...{ id: ulid(), examId, fileName, objectKey, phase: 'wanted', faults: [] },
    ...{ createdAt: act.at, createdBy: byOf(act.by), finishedAt: null },
  } as const;
  await dataSource.transaction(async (manager) => {
    await manager.getRepository(PhotoBatch).insert(row as object);
    const digest = createHash('sha256').update(bytes).digest('hex');
    const details = { file: fileName, digest };
    await audit(manager, { by: act.by, at: act.at, action: 'exam.photos', subject: examId, details });
  });
  return present(await dataSource.getRepository(PhotoBatch).findOneByOrFail({ id: row.id }));
}

export async function readPhotos(dataSource: DataSource, examId: string) {
  await findExam(dataSource, examId);
  const batches = await dataSource
    .getRepository(PhotoBatch)
    .find({ where: { examId }, order: { createdAt: 'DESC', id: 'DESC' }, take: MOST_BATCHES });
  return batches.map(present);
}

const present = ({ id, fileName, phase, total, lookedAt, taken, faults, createdAt }: PhotoBatch) => ({
  ...{ id, fileName, phase, total, lookedAt, taken, faults: [...faults], createdAt },
});
