import { In, IsNull, LessThan, Not, type DataSource } from 'typeorm';
import { Candidate } from '#models/candidate';
import { DeviceLogEntry } from '#models/device-log-entry';
import { Exam } from '#models/exam';
import { ExamEvent } from '#models/exam-event';
import { HeldPosition } from '#models/held-position';
import { OrderDelivery } from '#models/order-delivery';
import { PairingCode } from '#models/pairing-code';
import { RecordedChangeRow } from '#models/recorded-change';
import { RehearsalPart } from '#models/rehearsal-part';
import { Room } from '#models/room';
import { RoomOrderRow } from '#models/room-order';
import { Session } from '#models/session';
import { Sitting } from '#models/sitting';
import type { TidyParts } from './tidy';

const DAY_MS = 86_400_000;

export const TIDY_REHEARSALS = {
  /** What was recorded is for the candidate's eyes on the day itself. */
  recordingsMs: 3 * DAY_MS,
  /** The stage that played it, with its record; the result stays with the real sitting. */
  stagesMs: 7 * DAY_MS,
  batch: 100,
} as const;

/** Recordings of rehearsals: files first, then their rows. @returns how many parts went */
export const forgetRecordings = async ({ database, storage, clock }: TidyParts): Promise<number> => {
  const rows = (await database()).getRepository(RehearsalPart);
  const stale = await rows.find({
    where: { at: LessThan(clock() - TIDY_REHEARSALS.recordingsMs) },
    take: TIDY_REHEARSALS.batch,
  });
  for (const { objectKey } of stale) await storage.delete(objectKey);
  await rows.remove(stale);
  return stale.length;
};

/** Exams, rooms, candidates and sittings that only played a rehearsal. @returns how many stages went */
export const forgetStages = async ({ database, clock }: TidyParts): Promise<number> => {
  const source = await database();
  const stale = await source.getRepository(Exam).find({
    where: { rehearsalOf: Not(IsNull()), closesAt: LessThan(clock() - TIDY_REHEARSALS.stagesMs) },
    select: { id: true },
    take: TIDY_REHEARSALS.batch,
  });
  if (stale.length === 0) return 0;
  await forget(
    source,
    stale.map(({ id }) => id),
  );
  return stale.length;
};

async function forget(source: DataSource, exams: readonly string[]): Promise<void> {
  const examId = In([...exams]);
  const sittings = await source.getRepository(Sitting).find({ where: { examId }, select: { id: true } });
  const rooms = await source.getRepository(Room).find({ where: { examId }, select: { id: true } });
  const sittingId = In(sittings.map(({ id }) => id));
  const roomId = In(rooms.map(({ id }) => id));
  await source.transaction(async (manager) => {
    for (const table of [ExamEvent, RecordedChangeRow, HeldPosition, PairingCode, DeviceLogEntry])
      await manager.delete(table, { sittingId });
    for (const table of [OrderDelivery, RoomOrderRow]) await manager.delete(table, { roomId });
    await manager.delete(Session, { kind: 'candidate', subjectId: sittingId });
    for (const table of [Sitting, Candidate, Room]) await manager.delete(table, { examId });
    await manager.delete(Exam, { id: examId });
  });
}
