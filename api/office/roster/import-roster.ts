import { In, type EntityManager } from 'typeorm';
import { ulid } from 'ulid';
import { Candidate } from '#models/candidate';
import { Sitting } from '#models/sitting';
import { NO_PASSCODE } from '../../access/new-secrets';
import { audit } from '../../audit';
import { AppError } from '../../errors';
import type { Parts } from '../../parts';
import { lockExam } from '../exams/change-exam';
import type { Act } from '../staff-accounts';
import type { Changed } from './changes';
import type { RosterLine } from './read-lines';
import { readRoster, type RosterFile } from './read-roster';

const TOGETHER = 500;

/**
 * Imports a roster as a whole or not at all.
 * @throws AppError NOT_NOW on a closed exam, ROSTER_FAULTY, CONFLICT where the changes are others than were shown
 */
export async function importRoster(
  { dataSource }: Parts,
  file: RosterFile & { readonly digest: string },
  act: Act,
): Promise<{ added: number; changed: number }> {
  return dataSource.transaction(async (manager) => {
    const exam = await lockExam(manager, file.examId);
    if (exam.state === 'closed') throw new AppError('NOT_NOW');
    const { reading, changes } = await readRoster(manager, file);
    const { faults, faultCount } = reading;
    if (faultCount > 0) throw new AppError('ROSTER_FAULTY', { faults, faultCount });
    if (reading.digest !== file.digest) throw new AppError('CONFLICT', { saved: reading });
    for (const lines of batches(changes.added)) await add(manager, file.examId, lines);
    for (const lines of batches(changes.changed)) await change(manager, file.examId, lines);
    await audit(manager, {
      ...{ by: act.by, at: act.at, action: 'exam.roster', subject: file.examId },
      details: {
        ...{ file: file.filename, added: changes.added.length, changed: reading.changes.list },
        changedCount: changes.changed.length,
      },
    });
    return { added: changes.added.length, changed: changes.changed.length };
  });
}

function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += TOGETHER) yield all.slice(from, from + TOGETHER);
}

/** The sitting's row is made with the roster, so that its id is known before check-in. */
async function add(manager: EntityManager, examId: string, lines: readonly RosterLine[]): Promise<void> {
  const rows = lines.map(({ ticket, name, roomId = '', ...line }) => ({
    ...{ id: ulid(), examId, roomId, ticket, name, passcodeHash: NO_PASSCODE },
    ...{ idNumberMasked: line.idNumberMasked ?? null, phone: line.phone ?? null },
    extraMinutes: line.extraMinutes ?? 0,
  }));
  await manager.createQueryBuilder().insert().into(Candidate).values(rows).updateEntity(false).execute();
  const sittings = rows.map(({ id: candidateId, roomId }) => ({ id: ulid(), examId, roomId, candidateId }));
  await manager.createQueryBuilder().insert().into(Sitting).values(sittings).updateEntity(false).execute();
}

/** Whole rows over those that are there: one statement for many. What a roster does not say is not named by it. */
async function change(manager: EntityManager, examId: string, changed: readonly Changed[]): Promise<void> {
  const rows = changed.map(({ before, line }) => {
    const { id, ticket, roomId, idNumberMasked, phone, extraMinutes } = before;
    const { row: _row, ...said } = line;
    return {
      ...{ id, examId, roomId, idNumberMasked, phone, extraMinutes, passcodeHash: NO_PASSCODE },
      ...said,
      ticket,
    };
  });
  await manager
    .createQueryBuilder()
    .insert()
    .into(Candidate)
    .values(rows)
    .orUpdate(['name', 'room_id', 'id_number_masked', 'phone', 'extra_minutes'], ['id'])
    .updateEntity(false)
    .execute();
  const moved = rows.filter((row, at) => row.roomId !== changed[at]?.before.roomId);
  for (const roomId of new Set(moved.map((row) => row.roomId))) {
    const candidateIds = moved.filter((row) => row.roomId === roomId).map(({ id }) => id);
    await manager.getRepository(Sitting).update({ candidateId: In(candidateIds) }, { roomId });
  }
}
