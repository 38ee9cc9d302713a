import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import sharp from 'sharp';
import type { DataSource } from 'typeorm';
import { Candidate } from '#models/candidate';
import { PhotoBatch } from '#models/photo-batch';
import { Sitting } from '#models/sitting';
import { newObjectKey, type Storage } from '#models/storage/port';
import { StoredObject } from '#models/stored-object';
import { FACE_LIMITS } from '#protocol/face';
import type { PhotoFault } from '#protocol/office.schema';
import type { FaceChecker } from '../vision/check-face';
import { entriesOf, type ZipEntry } from './zip';

export interface PhotoParts {
  readonly database: () => Promise<DataSource>;
  readonly storage: Storage;
  readonly checker: Pick<FaceChecker, 'inspectPhoto'>;
  readonly clock: () => number;
}

/** As long as one photo may take, many times over. */
const CLAIM_MS = 120_000;
const MOST_PHOTOS = 5_000;
const LONGER_SIDE = 1_600;

/**
 * Takes the oldest zip file that nobody is at, and looks at its photos one after the other; who was interrupted is
 * followed by another who goes on where he was. @returns false where nothing waits
 */
export async function lookAtPhotos(parts: PhotoParts, mayGoOn: () => boolean): Promise<boolean> {
  const source = await parts.database();
  const batch = await claim(source, parts.clock());
  if (!batch) return false;
  const zip = await parts.storage.get(batch.objectKey);
  const entries = zip && entriesOf(zip, MOST_PHOTOS);
  if (!entries) {
    await finish(parts, source, batch, 'unreadable');
    return true;
  }
  const faults = [...batch.faults];
  let { taken } = batch;
  const firstOf = new Map<string, number>();
  entries.forEach(({ name }, at) => void (firstOf.has(ticketOf(name)) || firstOf.set(ticketOf(name), at)));
  for (let at = batch.lookedAt; at < entries.length; at += 1) {
    const entry = entries[at];
    if (!entry || !mayGoOn()) return true;
    const isFirst = firstOf.get(ticketOf(entry.name)) === at;
    const reason = isFirst ? await lookAt(parts, source, batch.examId, entry) : 'ticket-twice';
    if (reason === null) taken += 1;
    else faults.push({ file: entry.name.slice(0, 200), reason });
    const progress = { total: entries.length, lookedAt: at + 1, taken, faults };
    const claimedUntil = parts.clock() + CLAIM_MS;
    await source.getRepository(PhotoBatch).update({ id: batch.id }, { ...progress, claimedUntil });
  }
  await finish(parts, source, batch, 'done');
  return true;
}

async function claim(source: DataSource, now: number): Promise<PhotoBatch | null> {
  const rows = source.getRepository(PhotoBatch);
  const waiting = await rows
    .createQueryBuilder('batch')
    .where("batch.phase = 'wanted' AND batch.claimed_until < :now", { now })
    .orderBy('batch.created_at', 'ASC')
    .getOne();
  if (!waiting) return null;
  const { id, claimedUntil } = waiting;
  const { affected } = await rows.update({ id, claimedUntil }, { claimedUntil: now + CLAIM_MS });
  return affected === 1 ? waiting : null;
}

async function finish(
  { storage, clock }: PhotoParts,
  source: DataSource,
  { id, objectKey }: PhotoBatch,
  phase: 'done' | 'unreadable',
): Promise<void> {
  await source.getRepository(PhotoBatch).update({ id }, { phase, finishedAt: clock() });
  await storage.delete(objectKey);
}

const ticketOf = (name: string): string => posix.parse(name).name.trim().toLowerCase();

type Reason = PhotoFault['reason'];

/** Null where the candidate carries it from now on; else why not. */
async function lookAt(
  parts: PhotoParts,
  source: DataSource,
  examId: string,
  { name, unpack }: ZipEntry,
): Promise<Reason | null> {
  const candidate = await source.getRepository(Candidate).findOneBy({ examId, ticket: ticketOf(name) });
  if (!candidate) return 'no-such-ticket';
  const sitting = await source.getRepository(Sitting).findOneBy({ candidateId: candidate.id });
  if (!sitting || sitting.startedAt !== null) return 'sitting-begun';
  const photo = unpack(FACE_LIMITS.photoBytes);
  if (!photo) return 'unpackable';
  const verdict = await parts.checker.inspectPhoto(photo);
  if (!verdict.usable) return verdict.reason;
  await keep(parts, source, { candidate, sittingId: sitting.id, photo });
  return null;
}

interface Wanted {
  readonly candidate: Candidate;
  readonly sittingId: string;
  readonly photo: Buffer;
}

/** Encoded anew: upright, and without what the camera wrote beside it. The former photo goes. */
async function keep({ storage, clock }: PhotoParts, source: DataSource, wanted: Wanted): Promise<void> {
  const { candidate, sittingId, photo } = wanted;
  const size = { width: LONGER_SIDE, height: LONGER_SIDE, fit: 'inside', withoutEnlargement: true } as const;
  const jpeg = await sharp(photo).rotate().resize(size).flatten().jpeg({ quality: 90 }).toBuffer();
  const key = newObjectKey();
  await storage.put(key, jpeg);
  await source.transaction(async (manager) => {
    await manager.getRepository(StoredObject).insert({
      ...{ key, kind: 'photo', sittingId, mediaType: 'image/jpeg', bytes: jpeg.length, createdAt: clock() },
      digest: createHash('sha256').update(jpeg).digest('hex'),
    });
    await manager.getRepository(Candidate).update({ id: candidate.id }, { photoKey: key });
    if (candidate.photoKey !== null)
      await manager.getRepository(StoredObject).update({ key: candidate.photoKey }, { deletedAt: clock() });
  });
  if (candidate.photoKey !== null) await storage.delete(candidate.photoKey);
}
