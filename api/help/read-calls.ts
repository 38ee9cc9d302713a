import { IsNull, MoreThan } from 'typeorm';
import { DeviceLogEntry } from '#models/device-log-entry';
import { HelpCall } from '#models/help-call';
import { Sitting } from '#models/sitting';
import type { RoomPlace } from '../access/places';
import type { StaffPrincipal } from '../access/principal';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { presenceOf } from '../presence/judge';
import { linesOf } from './call-lines';
import { findCall, type NamedCall } from './find-call';
import { readTalk } from './talk';

const CLOSED_FOR_MS = 24 * 3_600_000;
/** More calls than support could answer in a day. */
const MOST = 500;
const LOG_LINES = 40;

/** What support sees of calls: the list by age, and one call with both devices. */
export function createHelpReading(parts: Parts) {
  const { dataSource } = parts;
  const rows = dataSource.getRepository(HelpCall);

  const list = async ({ examId }: StaffPrincipal, now: number) => {
    const ofExam = examId === null ? {} : { examId };
    const [open, closed] = await Promise.all([
      rows.find({ where: { ...ofExam, closedAt: IsNull() }, order: { openedAt: 'ASC' }, take: MOST }),
      rows.find({
        where: { ...ofExam, closedAt: MoreThan(now - CLOSED_FOR_MS) },
        order: { closedAt: 'DESC' },
        take: MOST,
      }),
    ]);
    return linesOf(parts, [...open, ...closed]);
  };

  const read = async ({ staffId }: StaffPrincipal, place: RoomPlace, named: NamedCall, now: number) => {
    const { sittingId, callId } = named;
    const [line] = await linesOf(parts, [await findCall(dataSource, named)]);
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

  return { list, read };
}
