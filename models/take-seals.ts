import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { digestOfSlices } from '#protocol/digests';
import type { SealedTake } from '#steps/recording/schema';
import { Take, type PlacedSlice } from './take';
import { TakeSegment } from './take-segment';
import { TakeSlice } from './take-slice';

const byPlace = (one: PlacedSlice, other: PlacedSlice): number =>
  one.position - other.position || one.segment - other.segment || one.seq - other.seq;

/** Slices of a take whose digests the server knows: declared by their device, or announced. */
export async function knownSlices(manager: EntityManager, takeId: string): Promise<readonly PlacedSlice[]> {
  const segments = await manager.findBy(TakeSegment, { takeId });
  const announced = await manager.findBy(TakeSlice, { takeId });
  const declared = segments.flatMap(({ position, segment, declared: list }) =>
    (list ?? []).map(({ digest }, seq) => ({ position, segment, seq, digest })),
  );
  const known = new Map<string, PlacedSlice>();
  for (const { position, segment, seq, digest } of [...announced, ...declared])
    known.set(`${position} ${segment} ${seq}`, { position, segment, seq, digest });
  return [...known.values()].toSorted(byPlace);
}

/**
 * Seals what is known of a take, once: it is locked, and a repeat finds the first seal.
 * @returns null where nothing of it is known to the server
 */
export async function sealTake(
  manager: EntityManager,
  { takeId, at, by }: { readonly takeId: string; readonly at: number; readonly by: 'candidate' | 'clock' },
): Promise<SealedTake | null> {
  const take = await manager.findOne(Take, { where: { id: takeId }, lock: { mode: 'pessimistic_write' } });
  if (!take) return null;
  const { sealedAt, sealedDigest, sealedSlices } = take;
  if (sealedAt !== null && sealedDigest !== null && sealedSlices)
    return { takeId, at: sealedAt, digest: sealedDigest, slices: sealedSlices.length };
  const slices = await knownSlices(manager, takeId);
  if (slices.length === 0) return null;
  const digest = createHash('sha256').update(digestOfSlices(slices)).digest('hex');
  await manager.save(
    Object.assign(take, { sealedAt: at, sealedBy: by, sealedDigest: digest, sealedSlices: slices }),
  );
  return { takeId, at, digest, slices: slices.length };
}
