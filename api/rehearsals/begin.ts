import { ulid } from 'ulid';
import { Candidate } from '#models/candidate';
import { Exam } from '#models/exam';
import { Rehearsal } from '#models/rehearsal';
import { Room } from '#models/room';
import { Sitting } from '#models/sitting';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { rehearsalVersion } from './rehearsal-version';

const MINUTE = 60_000;
/** Long enough to fetch a second phone and try again; the workflows that play it end with it. */
const DOORS_MS = 60 * MINUTE;
const CLOSE_MS = 90 * MINUTE;

const NO_PASSCODE = 'nobody signs in to a rehearsal';

/**
 * Sets up the stage of one rehearsal: an exam, a room, a candidate and a sitting that stand for nobody else. The
 * real path is then walked by the very code that walks it on the day, and nothing of it can reach the real sitting.
 * @returns id of the sitting that plays it
 * @throws AppError NOT_NOW once the real sitting has begun
 */
export async function beginRehearsal({ dataSource }: Parts, sittingId: string, now: number): Promise<string> {
  const real = await dataSource
    .getRepository(Sitting)
    .findOne({ where: { id: sittingId }, relations: { exam: true, room: true, candidate: true } });
  const { exam, room, candidate } = real ?? {};
  if (!real || !exam?.flowVersionId || !room || !candidate) throw new AppError('NOT_NOW');
  if (real.startedAt !== null || exam.rehearsalOf !== null) throw new AppError('NOT_NOW');
  const sourceId = exam.flowVersionId;
  const [examId, roomId, candidateId, playedBy] = [ulid(), ulid(), ulid(), ulid()];
  await dataSource.transaction(async (manager) => {
    const { title, institution, backupText, phone, videoProvider } = exam;
    await manager.insert(Exam, {
      ...{ id: examId, code: `~${examId}`, title, institution, backupText, phone, videoProvider },
      flowVersionId: await rehearsalVersion(manager, sourceId, now),
      ...{ opensAt: now - MINUTE, entryClosesAt: now + DOORS_MS, closesAt: now + CLOSE_MS },
      rehearsalOf: sittingId,
    });
    await manager.insert(Room, { id: roomId, examId, name: room.name, view: null });
    const { name, ticket } = candidate;
    const nobody = { idNumberMasked: null, phone: null, linkHash: null, photoKey: null };
    await manager.insert(Candidate, {
      ...{ id: candidateId, examId, roomId, name, ticket, passcodeHash: NO_PASSCODE },
      ...nobody,
    });
    await manager.insert(Sitting, { id: playedBy, examId, roomId, candidateId });
    const fresh = { id: ulid(), examId: exam.id, sittingId, playedBy, playedIn: examId, beganAt: now };
    await manager.insert(Rehearsal, fresh);
  });
  return playedBy;
}
