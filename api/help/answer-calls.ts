import { IsNull, MoreThan } from 'typeorm';
import { DeviceLogEntry } from '#models/device-log-entry';
import { HelpCall } from '#models/help-call';
import { Sitting } from '#models/sitting';
import { Staff } from '#models/staff';
import type { RoomPlace } from '../access/places';
import type { StaffPrincipal } from '../access/principal';
import { audit } from '../audit';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { presenceOf } from '../presence/judge';
import { linesOf } from './call-lines';
import { keepWords, readTalk } from './talk';

const CLOSED_FOR_MS = 24 * 3_600_000;
/** More calls than support could answer in a day. */
const MOST = 500;
const LOG_LINES = 40;

interface Named {
  readonly sittingId: string;
  readonly callId: string;
}

/** Support's side of calls for help. Nothing here reaches a workflow: support never acts on an exam. */
export function createHelpAnswers(parts: Parts) {
  const { dataSource } = parts;
  const rows = dataSource.getRepository(HelpCall);

  const find = async ({ sittingId, callId }: Named): Promise<HelpCall> => {
    const call = await rows.findOneBy({ id: callId, sittingId });
    if (!call) throw new AppError('NOT_FOUND');
    return call;
  };

  const list = async ({ examId }: StaffPrincipal, now: number) => {
    const ofExam = examId === null ? {} : { examId };
    const open = rows.find({
      where: { ...ofExam, closedAt: IsNull() },
      order: { openedAt: 'ASC' },
      take: MOST,
    });
    const closed = rows.find({
      where: { ...ofExam, closedAt: MoreThan(now - CLOSED_FOR_MS) },
      order: { closedAt: 'DESC' },
      take: MOST,
    });
    return linesOf(parts, [...(await open), ...(await closed)]);
  };

  const read = async ({ staffId }: StaffPrincipal, place: RoomPlace, named: Named, now: number) => {
    const { sittingId, callId } = named;
    const [line] = await linesOf(parts, [await find(named)]);
    if (!line) throw new AppError('NOT_FOUND');
    const [words, records, sitting, log] = await Promise.all([
      readTalk(dataSource, callId, staffId),
      parts.live.presence.records.ofSitting(place.roomId, sittingId).catch(() => ({})),
      dataSource.getRepository(Sitting).findOne({ where: { id: sittingId }, relations: { candidate: true } }),
      dataSource
        .getRepository(DeviceLogEntry)
        .find({ where: { sittingId }, order: { at: 'DESC', id: 'DESC' }, take: LOG_LINES }),
    ]);
    return {
      ...{ call: line, words },
      presence: presenceOf(records, now),
      phone: sitting?.candidate?.phone ?? null,
      log: log.map(({ at, position, topic, step, outcome }) => ({ at, position, topic, step, outcome })),
    };
  };

  const take = async (who: StaffPrincipal, named: Named, takeOver: boolean, now: number): Promise<void> => {
    const { staffId } = who;
    const untaken = { id: named.callId, sittingId: named.sittingId, closedAt: IsNull() };
    const { affected } = await rows.update(takeOver ? untaken : { ...untaken, takenBy: IsNull() }, {
      takenBy: staffId,
      takenAt: now,
    });
    if (affected) {
      await audit(dataSource, { by: who, at: now, action: 'help.take', subject: named.callId });
      return;
    }
    const call = await find(named);
    if (call.closedAt === null && call.takenBy === staffId) return;
    const first = await nameOf(call.closedAt === null ? call.takenBy : call.closedBy);
    throw new AppError('ALREADY_DONE', { by: first, at: call.closedAt ?? call.takenAt });
  };

  const nameOf = async (staffId: string | null): Promise<string | null> =>
    staffId === null
      ? null
      : ((await dataSource.getRepository(Staff).findOneBy({ id: staffId }))?.name ?? null);

  const write = async (
    who: StaffPrincipal,
    named: Named,
    words: { id: string; text: string },
    at: number,
  ) => {
    const { staffId, name: authorName } = who;
    const call = await find(named);
    if (call.closedAt !== null) throw new AppError('NOT_NOW');
    await keepWords(dataSource, { ...words, callId: call.id, staffId, authorName, at });
    await rows.update({ id: call.id, takenBy: IsNull() }, { takenBy: staffId, takenAt: at });
  };

  const close = async (who: StaffPrincipal, named: Named, note: string, now: number): Promise<void> => {
    const { affected } = await rows.update(
      { id: named.callId, sittingId: named.sittingId, closedAt: IsNull() },
      { openOf: null, closedAt: now, closedBy: who.staffId, note: note || null },
    );
    if (affected) {
      await audit(dataSource, { by: who, at: now, action: 'help.close', subject: named.callId });
      return;
    }
    const call = await find(named);
    throw new AppError('ALREADY_DONE', { by: await nameOf(call.closedBy), at: call.closedAt });
  };

  return { list, read, take, write, close };
}
