import { In, MoreThan, type DataSource } from 'typeorm';
import { Exam } from '#models/exam';
import { FlowVersion } from '#models/flow-version';
import { Message } from '#models/message';
import { Room } from '#models/room';
import { Score } from '#models/score';
import { Sitting } from '#models/sitting';
import type { RoomView } from '#protocol/views.schema';
import { outagesOfRoom } from '../outages/read-outages';
import type { Line } from './line';

const DEFAULT_MINUTES = 20;
/** A statement in one piece stays small: a room of 500 at most a few times a day. */
const AT_ONCE = 200;

export interface Sealed {
  readonly sittingId: string;
  readonly staffId: string;
}

/** A room before its workflow recorded anything. */
export const untouchedRoom = (roomId: string): RoomView => ({
  roomId,
  revision: 0,
  phase: 'open',
  lastSeq: 0,
  occupant: null,
  pausedSince: null,
});

/** What live streams read of the projection, in few and small statements. */
export function createRoomReading(dataSource: DataSource) {
  const sittings = dataSource.getRepository(Sitting);

  /** Revisions of all sittings of a room, from the index alone. */
  const revisions = async (roomId: string): Promise<ReadonlyMap<string, number>> => {
    const rows = await sittings.find({ where: { roomId }, select: { id: true, revision: true } });
    return new Map(rows.map(({ id, revision }) => [id, revision]));
  };

  const lines = async (roomId: string, ids: readonly string[]): Promise<Line[]> => {
    const found: Line[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const rows = await sittings
        .createQueryBuilder('sitting')
        .innerJoin('sitting.candidate', 'candidate')
        .addSelect(['candidate.id', 'candidate.ticket', 'candidate.name'])
        .where({ roomId, id: In(ids.slice(from, from + AT_ONCE)) })
        .getMany();
      found.push(...rows.map(lineOf));
    }
    return found;
  };

  const room = async (roomId: string): Promise<RoomView> => {
    const row = await dataSource.getRepository(Room).findOneBy({ id: roomId });
    return row?.view ?? untouchedRoom(roomId);
  };

  /** All checks under comparison, of every room: they share the machines. */
  const comparing = async (): Promise<string[]> => {
    const rows = await sittings.find({
      where: { stepKind: 'face-check', stepPhase: 'comparing' },
      select: { id: true },
      order: { stepSince: 'ASC', id: 'ASC' },
    });
    return rows.map(({ id }) => id);
  };

  const message = (id: string): Promise<Message | null> =>
    dataSource.getRepository(Message).findOneBy({ id });

  const messagesSince = (roomId: string, at: number): Promise<Message[]> =>
    dataSource
      .getRepository(Message)
      .find({ where: { roomId, at: MoreThan(at) }, order: { at: 'ASC' }, take: 500 });

  return {
    revisions,
    lines,
    room,
    comparing,
    message,
    messagesSince,
    expectedMinutes: (examId: string) => expectedMinutes(dataSource, examId),
    sealed: (roomId: string) => sealed(dataSource, roomId),
    outages: (roomId: string) => outagesOfRoom(dataSource, roomId),
  };
}
export type RoomReading = ReturnType<typeof createRoomReading>;

function lineOf({ id, revision, queueKey, staffView, candidate }: Sitting): Line {
  const { ticket = '', name = '' } = candidate ?? {};
  return { sittingId: id, ticket, name, revision, queueKey, staff: staffView };
}

/** The flow's own guess of an interview's minutes, until real ones are known. */
async function expectedMinutes(dataSource: DataSource, examId: string): Promise<number> {
  const version = await dataSource
    .getRepository(FlowVersion)
    .createQueryBuilder('version')
    .innerJoin(Exam, 'exam', 'exam.flowVersionId = version.id')
    .where('exam.id = :examId', { examId })
    .getOne();
  const waiting = version?.document.steps.find((step) => step.kind === 'waiting');
  return waiting?.kind === 'waiting' ? waiting.expectedMinutes : DEFAULT_MINUTES;
}

const sealed = (dataSource: DataSource, roomId: string): Promise<Sealed[]> =>
  dataSource
    .getRepository(Score)
    .createQueryBuilder('score')
    .innerJoin(Sitting, 'sitting', 'sitting.id = score.sittingId')
    .where('sitting.roomId = :roomId', { roomId })
    .andWhere('score.sealedAt IS NOT NULL')
    .getMany();
