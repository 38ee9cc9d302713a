import { createHash } from 'node:crypto';
import { Rehearsal } from '#models/rehearsal';
import { RehearsalPart } from '#models/rehearsal-part';
import { newObjectKey } from '#models/storage/port';
import type { CandidatePrincipal } from '../access/principal';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { rehearsalPlayedBy } from './own';

const PART_LIMIT = 256 * 1024;

interface SentPart {
  readonly trial: number;
  readonly part: number;
  /** SHA-256 (hex) as the page computed it. */
  readonly digest: string;
  readonly bytes: Buffer;
}

/** @throws AppError NOT_NOW for another than the trial that is on */
export async function currentTrial(
  { dataSource }: Pick<Parts, 'dataSource'>,
  { sittingId }: CandidatePrincipal,
  trial: number,
): Promise<Rehearsal> {
  const found = await rehearsalPlayedBy(dataSource, sittingId);
  if (found.trialNumber !== trial || found.finishedAt !== null) throw new AppError('NOT_NOW');
  return found;
}

export const arrivedParts = (
  { dataSource }: Pick<Parts, 'dataSource'>,
  { id, trialNumber }: Rehearsal,
  position: 1 | 2,
): Promise<RehearsalPart[]> =>
  dataSource
    .getRepository(RehearsalPart)
    .find({ where: { rehearsalId: id, trialNumber, position }, order: { part: 'ASC' } });

/**
 * Keeps a part. The row comes first, so that tidying finds every file; a repeat writes the same file again.
 * @throws AppError TOO_LARGE, MALFORMED where it is not what was sent, NOT_NOW
 */
export async function keepPart(
  parts: Parts,
  who: CandidatePrincipal,
  { trial, part, digest, bytes }: SentPart,
  at: number,
): Promise<void> {
  if (bytes.length > PART_LIMIT) throw new AppError('TOO_LARGE', { limit: PART_LIMIT });
  if (createHash('sha256').update(bytes).digest('hex') !== digest)
    throw new AppError('MALFORMED', { reason: 'digest' });
  const { id: rehearsalId } = await currentTrial(parts, who, trial);
  const place = { rehearsalId, trialNumber: trial, position: who.position, part };
  const row = { ...place, objectKey: newObjectKey(), bytes: bytes.length, digest, at };
  const rows = parts.dataSource.getRepository(RehearsalPart);
  await rows.createQueryBuilder().insert().values(row).orIgnore().execute();
  const kept = await rows.findOneByOrFail(place);
  if (kept.digest !== digest) throw new AppError('NOT_NOW', { reason: 'another-part' });
  await parts.storage.put(kept.objectKey, bytes);
}
