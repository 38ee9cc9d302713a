import { createHash } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { DataSource } from 'typeorm';
import { ulid } from 'ulid';
import { FlowVersion } from '#models/flow-version';
import type { Storage } from '#models/storage/port';
import { newObjectKey } from '#models/storage/port';
import { StoredObject } from '#models/stored-object';
import {
  buildCandidate,
  buildExam,
  buildFlowVersion,
  buildRoom,
  buildSitting,
  buildStaff,
} from '#models/test/factories';
import { photo } from '../../activities/vision/test/attempts';
import type { FlowFile } from './flows';

/** Everybody's here: what is tested is not the passcode. */
export const PASSCODE = 'chaos-2026';
/** Whose face the candidates show. */
export const PERSON = 'hopper';

export interface Place {
  readonly sittingId: string;
  readonly roomId: string;
  readonly ticket: string;
}
export interface Hall {
  readonly examId: string;
  readonly examCode: string;
  readonly flow: FlowFile;
  /** One a room: these walk the whole flow. */
  readonly guests: readonly Place[];
  /** More in some of the rooms, who only have to hear what their room is told. */
  readonly bystanders: readonly Place[];
  readonly desks: readonly { readonly roomId: string; readonly login: string }[];
}

const HOUR = 3_600_000;
/** Rooms that hold more than one sitting, and how many more. */
const SHARED_ROOMS = 4;
const BYSTANDERS = 3;

/** One exam with a room and a chief examiner for every guest. */
export async function seedHall(
  source: DataSource,
  storage: Storage,
  flow: FlowFile,
  guests: number,
): Promise<Hall> {
  const version = await publish(source, flow);
  const now = Date.now();
  const times = { opensAt: now - HOUR, entryClosesAt: now + 6 * HOUR, closesAt: now + 8 * HOUR };
  const exam = await buildExam(source, { flowVersionId: version.id, ...times });
  const secret = await hash(PASSCODE, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const places: Place[] = [];
  const others: Place[] = [];
  const desks: { roomId: string; login: string }[] = [];
  for (let at = 0; at < guests; at += 1) {
    const room = await buildRoom(source, { examId: exam.id });
    const chief = await buildStaff(source, { rooms: [room], role: 'chief-examiner', passwordHash: secret });
    desks.push({ roomId: room.id, login: chief.login });
    const more = at < SHARED_ROOMS ? BYSTANDERS : 0;
    for (let seat = 0; seat <= more; seat += 1) {
      const candidate = await buildCandidate(source, room, {
        passcodeHash: secret,
        photoKey: seat === 0 ? await keepPhoto(source, storage) : null,
      });
      const sitting = await buildSitting(source, { room, candidate });
      const place = { sittingId: sitting.id, roomId: room.id, ticket: candidate.ticket };
      (seat === 0 ? places : others).push(place);
    }
  }
  return { examId: exam.id, examCode: exam.code, flow, guests: places, bystanders: others, desks };
}

async function publish(source: DataSource, { yaml, document }: FlowFile): Promise<FlowVersion> {
  const digest = createHash('sha256').update(yaml).digest('hex');
  const known = await source.getRepository(FlowVersion).findOneBy({ digest });
  return known ?? buildFlowVersion(source, { yaml, document, digest });
}

async function keepPhoto(source: DataSource, storage: Storage): Promise<string> {
  const bytes = await photo(`${PERSON}/registered`);
  const key = newObjectKey();
  await storage.put(key, bytes);
  await source.getRepository(StoredObject).insert({
    ...{ key, kind: 'photo', sittingId: null, mediaType: 'image/jpeg', createdAt: Date.now() },
    bytes: bytes.length,
    digest: createHash('sha256').update(bytes).update(ulid()).digest('hex'),
  });
  return key;
}
