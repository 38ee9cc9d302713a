import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { ulid } from 'ulid';
import { Candidate } from '#models/candidate';
import type { Room } from '#models/room';
import { Sitting } from '#models/sitting';
import { Staff } from '#models/staff';
import { StaffRoom } from '#models/staff-room';
import { newObjectKey, type Storage } from '#models/storage/port';
import { StoredObject } from '#models/stored-object';
import { hashFor, type Credentials } from './credentials';
import { photosFolder, type DemoPlan } from './plan';

export interface Seeding {
  readonly manager: EntityManager;
  readonly storage: Storage;
  readonly room: Room;
  readonly secrets: Credentials;
  readonly now: number;
}

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

/** The photo as it is in storage, put there again where it is missing or another one was shipped. */
const seedPhoto = async (
  seeding: Seeding,
  candidate: Candidate,
  sittingId: string,
  file: string,
): Promise<string> => {
  const { manager, storage, now } = seeding;
  const photo = await readFile(join(photosFolder, file));
  const key = candidate.photoKey;
  const known = key === null ? null : await manager.findOneBy(StoredObject, { key });
  if (key !== null && known?.digest === sha256(photo) && (await storage.exists(key))) return key;
  const fresh = newObjectKey();
  await storage.put(fresh, photo);
  await manager.insert(StoredObject, {
    ...{ key: fresh, kind: 'photo', sittingId, mediaType: 'image/jpeg', createdAt: now },
    bytes: photo.length,
    digest: sha256(photo),
  });
  return fresh;
};

export const seedCandidate = async (
  seeding: Seeding,
  plan: DemoPlan['candidates'][number],
): Promise<void> => {
  const { manager, room, secrets } = seeding;
  const { ticket, name, idNumberMasked } = plan;
  const secret = secrets.candidates[ticket];
  if (!secret) throw new Error(`no passcode for ticket ${ticket}`);
  const known = await manager.findOneBy(Candidate, { examId: room.examId, ticket });
  const candidate = await manager.save(
    manager.create(Candidate, {
      ...{ id: known?.id ?? ulid(), examId: room.examId, roomId: known?.roomId ?? room.id },
      ...{ ticket, name, idNumberMasked, photoKey: known?.photoKey ?? null },
      passcodeHash: await hashFor(known?.passcodeHash, secret.passcode),
      linkHash: sha256(secret.linkToken),
    }),
  );
  const begun = await manager.findOneBy(Sitting, { candidateId: candidate.id });
  const sittingId = begun?.id ?? ulid();
  if (!begun) {
    const { examId, roomId, id: candidateId } = candidate;
    await manager.insert(Sitting, { id: sittingId, examId, roomId, candidateId });
  }
  const photoKey = await seedPhoto(seeding, candidate, sittingId, plan.photo);
  await manager.update(Candidate, { id: candidate.id }, { photoKey });
};

export const seedStaff = async (seeding: Seeding, plan: DemoPlan['staff'][number]): Promise<void> => {
  const { manager, room, secrets } = seeding;
  const { role, login, name } = plan;
  const secret = secrets.staff[login];
  if (!secret) throw new Error(`no password for ${login}`);
  const known = await manager.findOneBy(Staff, { login });
  const examId = role === 'admin' ? null : room.examId;
  const passwordHash = await hashFor(known?.passwordHash, secret.password);
  const member = await manager.save(
    manager.create(Staff, { id: known?.id ?? ulid(), examId, login, name, role, passwordHash }),
  );
  await manager.upsert(StaffRoom, { staffId: member.id, roomId: room.id }, ['staffId', 'roomId']);
};
