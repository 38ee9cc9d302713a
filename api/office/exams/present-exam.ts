import { In, IsNull, Not, type DataSource, type EntityManager } from 'typeorm';
import type { ExamDetails } from '#contract/office-exams';
import { Candidate } from '#models/candidate';
import { Exam } from '#models/exam';
import { ExamPaper } from '#models/exam-paper';
import { FlowVersion } from '#models/flow-version';
import { Room } from '#models/room';
import { Sitting } from '#models/sitting';
import { StaffRoom } from '#models/staff-room';
import { NO_PASSCODE } from '../../access/new-secrets';
import type { StaffPrincipal } from '../../access/principal';
import { AppError } from '../../errors';
import { formOf } from './form';
import { obstaclesOf } from './obstacles';

type Store = DataSource | EntityManager;

const MOST_EXAMS = 500;

/** The exam itself, never the stage of somebody's rehearsal. @throws AppError NOT_FOUND */
export async function findExam(store: Store, examId: string): Promise<Exam> {
  const exam = await store.getRepository(Exam).findOneBy({ id: examId, rehearsalOf: IsNull() });
  if (!exam) throw new AppError('NOT_FOUND');
  return exam;
}

/** Everything that the office's page of an exam shows. */
export async function presentExam(store: Store, examId: string, now: number): Promise<ExamDetails> {
  const exam = await findExam(store, examId);
  const [flow, rooms, counts, lacks, papers] = await Promise.all([
    exam.flowVersionId === null
      ? null
      : store.getRepository(FlowVersion).findOneBy({ id: exam.flowVersionId }),
    roomsOf(store, examId),
    countSittings(store, [examId]),
    lacksOf(store, examId),
    store.getRepository(ExamPaper).find({ where: { examId }, select: { stepId: true } }),
  ]);
  const all = counts.get(examId) ?? none;
  return {
    id: exam.id,
    state: exam.state,
    form: formOf(exam),
    flow: flow && { name: flow.document.name, number: flow.number },
    counts: all,
    rooms,
    obstacles: obstaclesOf({
      ...{ now, closesAt: exam.closesAt, document: flow?.document ?? null, candidates: all.candidates },
      ...lacks,
      rooms: rooms.map((room) => ({ ...room, roles: room.staff.map(({ role }) => role) })),
      paperSteps: new Set(papers.map(({ stepId }) => stepId)),
    }),
  };
}

export async function listExamsOf(dataSource: DataSource, { examId }: StaffPrincipal) {
  const exams = await dataSource.getRepository(Exam).find({
    where: { rehearsalOf: IsNull(), ...(examId !== null && { id: examId }) },
    order: { opensAt: 'DESC', id: 'DESC' },
    take: MOST_EXAMS,
  });
  const counts = await countSittings(
    dataSource,
    exams.map(({ id }) => id),
  );
  return exams.map(({ id, code, title, state, timeZone, opensAt, closesAt }) => ({
    ...{ id, code, title, state, timeZone, opensAt, closesAt },
    counts: counts.get(id) ?? none,
  }));
}

const none = { candidates: 0, begun: 0, over: 0 };
type Counts = typeof none;

async function countSittings(store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, Counts>> {
  if (ids.length === 0) return new Map();
  return countedBy(store, 'exam_id', { examId: In([...ids]) });
}

async function countedBy(store: Store, column: 'exam_id' | 'room_id', where: object) {
  const rows = await store
    .getRepository(Sitting)
    .createQueryBuilder('sitting')
    .select(`sitting.${column}`, 'id')
    .addSelect('COUNT(*)', 'candidates')
    .addSelect('COUNT(sitting.started_at)', 'begun')
    .addSelect('COUNT(sitting.ended_at)', 'over')
    .where(where)
    .groupBy(`sitting.${column}`)
    .getRawMany<Record<'id' | 'candidates' | 'begun' | 'over', string>>();
  return new Map(
    rows.map(({ id, candidates, begun, over }) => [
      id,
      { candidates: Number(candidates), begun: Number(begun), over: Number(over) },
    ]),
  );
}

async function roomsOf(store: Store, examId: string): Promise<ExamDetails['rooms']> {
  const [rooms, counts] = await Promise.all([
    store.getRepository(Room).find({ where: { examId }, order: { id: 'ASC' } }),
    countedBy(store, 'room_id', { examId }),
  ]);
  const seats = await store.getRepository(StaffRoom).find({
    where: { roomId: In(rooms.map(({ id }) => id)), staff: { disabledAt: IsNull() } },
    relations: { staff: true },
  });
  return rooms.map(({ id, name }) => ({
    ...{ id, name, candidates: counts.get(id)?.candidates ?? 0, begun: counts.get(id)?.begun ?? 0 },
    staff: seats.flatMap(({ roomId, staff }) =>
      roomId === id && staff
        ? [{ id: staff.id, name: staff.name, login: staff.login, role: staff.role }]
        : [],
    ),
  }));
}

const lacksOf = async (store: Store, examId: string) => {
  const candidates = store.getRepository(Candidate);
  const [withoutPasscode, withoutPhoto] = await Promise.all([
    candidates.countBy({ examId, passcodeHash: NO_PASSCODE }),
    candidates.countBy({ examId, photoKey: IsNull() }),
  ]);
  return { withoutPasscode, withoutPhoto };
};

/** Sittings that go on now. */
export const countRunning = (store: Store, examId: string): Promise<number> =>
  store.getRepository(Sitting).countBy({ examId, startedAt: Not(IsNull()), endedAt: IsNull() });

export const hasBegun = (store: Store, examId: string): Promise<boolean> =>
  store.getRepository(Sitting).existsBy({ examId, startedAt: Not(IsNull()) });
