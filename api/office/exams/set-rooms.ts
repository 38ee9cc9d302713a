import { In, IsNull, type EntityManager } from 'typeorm';
import { ulid } from 'ulid';
import type { FormFault } from '#contract/office-staff';
import type { contract } from '#contract';
import type { InputOf } from '#contract/endpoint';
import { Candidate } from '#models/candidate';
import { Room } from '#models/room';
import { RoomOrderRow } from '#models/room-order';
import { Staff } from '#models/staff';
import { StaffRoom } from '#models/staff-room';
import { audit } from '../../audit';
import { AppError } from '../../errors';
import type { Parts } from '../../parts';
import type { Act } from '../staff-accounts';
import { lockExam } from './change-exam';
import { fault } from './form';

type Wanted = InputOf<(typeof contract)['setRooms']>['body']['rooms'][number];

/**
 * Brings the rooms of an exam and their staff to what is wanted, or changes nothing.
 * @throws AppError NOT_NOW on a closed exam, FORM_FAULTY
 */
export async function setRooms(
  { dataSource }: Parts,
  examId: string,
  wanted: readonly Wanted[],
  act: Act,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const exam = await lockExam(manager, examId);
    if (exam.state === 'closed') throw new AppError('NOT_NOW');
    const rooms = await manager.getRepository(Room).find({ where: { examId }, order: { id: 'ASC' } });
    const leaving = rooms.filter(({ id }) => !wanted.some((room) => room.id === id));
    const faults = [
      ...nameFaults(wanted, rooms),
      ...(await staffFaults(manager, examId, wanted)),
      ...(await leavingFaults(manager, leaving)),
    ];
    if (faults.length > 0) throw new AppError('FORM_FAULTY', { faults });
    const before = await shown(manager, rooms);
    await remove(manager, leaving);
    for (const room of wanted) await put(manager, examId, room);
    const now = await manager.getRepository(Room).find({ where: { examId }, order: { id: 'ASC' } });
    const details = { before, after: await shown(manager, now) };
    await audit(manager, { by: act.by, at: act.at, action: 'exam.rooms', subject: examId, details });
  });
}

async function put(manager: EntityManager, examId: string, { id, name, staffIds }: Wanted): Promise<void> {
  const roomId = id ?? ulid();
  if (id === null) await manager.getRepository(Room).insert({ id: roomId, examId, name, view: null });
  else await manager.getRepository(Room).update({ id }, { name });
  await manager.getRepository(StaffRoom).delete({ roomId });
  if (staffIds.length > 0)
    await manager
      .getRepository(StaffRoom)
      .insert([...new Set(staffIds)].map((staffId) => ({ staffId, roomId })));
}

async function remove(manager: EntityManager, rooms: readonly Room[]): Promise<void> {
  if (rooms.length === 0) return;
  const ids = rooms.map(({ id }) => id);
  await manager.getRepository(StaffRoom).delete({ roomId: In(ids) });
  await manager.getRepository(Room).delete({ id: In(ids) });
}

/** As the audit keeps it. */
async function shown(manager: EntityManager, rooms: readonly Room[]) {
  const seats = await manager.getRepository(StaffRoom).findBy({ roomId: In(rooms.map(({ id }) => id)) });
  return rooms.map(({ id, name }) => ({
    ...{ id, name },
    staffIds: seats
      .filter(({ roomId }) => roomId === id)
      .map(({ staffId }) => staffId)
      .toSorted(),
  }));
}

function nameFaults(wanted: readonly Wanted[], rooms: readonly Room[]): FormFault[] {
  return wanted.flatMap(({ id, name }, at) => {
    const field = `rooms.${at}`;
    const twice = (language: 'zh' | 'en') =>
      wanted.findIndex((other) => other.name[language] === name[language]) < at;
    if (id !== null && !rooms.some((room) => room.id === id)) return [fault(`${field}.id`, noRoom)];
    return (['zh', 'en'] as const).flatMap((language) => {
      if (name[language] === '') return [fault(`${field}.name.${language}`, missing)];
      return twice(language) ? [fault(`${field}.name.${language}`, nameTwice)] : [];
    });
  });
}

async function staffFaults(manager: EntityManager, examId: string, wanted: readonly Wanted[]) {
  const ids = [...new Set(wanted.flatMap(({ staffIds }) => staffIds))];
  if (ids.length === 0) return [];
  const ours = { id: In(ids), disabledAt: IsNull() };
  const known = await manager.getRepository(Staff).find({
    where: [
      { ...ours, examId: IsNull() },
      { ...ours, examId },
    ],
    select: { id: true },
  });
  const there = new Set(known.map(({ id }) => id));
  return wanted.flatMap(({ staffIds }, at) =>
    staffIds.every((id) => there.has(id)) ? [] : [fault(`rooms.${at}.staffIds`, noStaff)],
  );
}

/** A room that has candidates, or in which something was ordered already, stays. */
async function leavingFaults(manager: EntityManager, leaving: readonly Room[]): Promise<FormFault[]> {
  const faults: FormFault[] = [];
  for (const { id: roomId, name } of leaving) {
    const isUsed =
      (await manager.getRepository(Candidate).existsBy({ roomId })) ||
      (await manager.getRepository(RoomOrderRow).existsBy({ roomId }));
    if (isUsed)
      faults.push(
        fault('rooms', {
          zh: `“${name.zh}”里有考生，不能删除。`,
          en: `“${name.en}” has candidates and cannot go.`,
        }),
      );
  }
  return faults;
}

const missing = { zh: '请填写考场名称。', en: 'Write the room’s name.' };
const nameTwice = { zh: '考场名称重复。', en: 'Two rooms have this name.' };
const noRoom = { zh: '没有这个考场，请刷新页面。', en: 'There is no such room. Load the page again.' };
const noStaff = {
  zh: '有一个账号已停用或不属于这场考试，请重新选择。',
  en: 'An account is switched off or not of this exam. Choose again.',
};
