import { IsNull, Not, type DataSource, type EntityManager } from 'typeorm';
import { ulid } from 'ulid';
import type { ExamForm } from '#contract/office-exams';
import type { FormFault } from '#contract/office-staff';
import { Exam } from '#models/exam';
import { FlowVersion } from '#models/flow-version';
import { audit } from '../../audit';
import { AppError } from '../../errors';
import type { Parts } from '../../parts';
import type { Act } from '../staff-accounts';
import { columnsOf, dateFaults, fault, faultsOf, formOf } from './form';
import { countRunning, hasBegun, presentExam } from './present-exam';

/** What sittings that have begun carry, or what their pages stand on. */
const CARRIED = ['code', 'opensAt', 'closesAt', 'videoProvider'] as const satisfies (keyof ExamForm)[];

/** @throws AppError FORM_FAULTY; NOT_ALLOWED to an administrator of one exam */
export async function createExam(parts: Parts, form: ExamForm, act: Act): Promise<string> {
  if (act.by.examId !== null) throw new AppError('NOT_ALLOWED');
  const id = ulid();
  await refuseFaults(parts, form, id);
  await parts.dataSource.transaction(async (manager) => {
    const row = { id, state: 'draft', rehearsalOf: null, ...columnsOf(form) };
    await manager.getRepository(Exam).insert(row as object);
    await audit(manager, {
      ...{ by: act.by, at: act.at, action: 'exam.create', subject: id },
      details: { before: null, after: form },
    });
  });
  return id;
}

/** @throws AppError NOT_NOW on a closed exam, FORM_FAULTY, EXAM_UNDER_WAY */
export async function changeExam(parts: Parts, examId: string, form: ExamForm, act: Act): Promise<void> {
  await refuseFaults(parts, form, examId);
  await parts.dataSource.transaction(async (manager) => {
    const exam = await lockExam(manager, examId);
    if (exam.state === 'closed') throw new AppError('NOT_NOW');
    const { before, after } = difference(formOf(exam), form);
    const fields = CARRIED.filter((field) => field in after);
    if (fields.length > 0 && (await hasBegun(manager, examId)))
      throw new AppError('EXAM_UNDER_WAY', { fields });
    if (Object.keys(after).length === 0) return;
    await manager.getRepository(Exam).update({ id: examId }, columnsOf(form) as object);
    const details = { before, after };
    await audit(manager, { by: act.by, at: act.at, action: 'exam.change', subject: examId, details });
  });
}

type Dates = Pick<ExamForm, 'opensAt' | 'entryClosesAt' | 'closesAt'>;

/** @throws AppError REASON_NEEDED, FORM_FAULTY, NOT_NOW on a closed exam, EXAM_UNDER_WAY */
export async function postpone(
  { dataSource }: Parts,
  examId: string,
  { reason, ...dates }: Dates & { readonly reason: string },
  act: Act,
): Promise<void> {
  if (reason === '') throw new AppError('REASON_NEEDED');
  const faults = dateFaults(dates);
  if (faults.length > 0) throw new AppError('FORM_FAULTY', { faults });
  await dataSource.transaction(async (manager) => {
    const exam = await lockExam(manager, examId);
    if (exam.state === 'closed') throw new AppError('NOT_NOW');
    if (await hasBegun(manager, examId)) throw new AppError('EXAM_UNDER_WAY', { fields: ['opensAt'] });
    await manager.getRepository(Exam).update({ id: examId }, dates);
    const { opensAt, entryClosesAt, closesAt } = exam;
    const details = { reason, before: { opensAt, entryClosesAt, closesAt }, after: dates };
    await audit(manager, { by: act.by, at: act.at, action: 'exam.postpone', subject: examId, details });
  });
}

/** @throws AppError NOT_NOW, EXAM_NOT_READY, EXAM_UNDER_WAY */
export async function setState(
  { dataSource }: Parts,
  examId: string,
  state: 'open' | 'closed',
  act: Act,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const exam = await lockExam(manager, examId);
    if (exam.state !== (state === 'open' ? 'draft' : 'open')) throw new AppError('NOT_NOW');
    if (state === 'open') await refuseObstacles(manager, examId, act.at);
    const running = state === 'closed' ? await countRunning(manager, examId) : 0;
    if (running > 0) throw new AppError('EXAM_UNDER_WAY', { running });
    await manager.getRepository(Exam).update({ id: examId }, { state });
    const details = { before: { state: exam.state }, after: { state } };
    await audit(manager, { by: act.by, at: act.at, action: `exam.${state}`, subject: examId, details });
  });
}

async function refuseObstacles(manager: EntityManager, examId: string, now: number): Promise<void> {
  const { obstacles } = await presentExam(manager, examId, now);
  const stopping = obstacles.filter(({ stops }) => stops);
  if (stopping.length > 0) throw new AppError('EXAM_NOT_READY', { obstacles: stopping });
}

/** Whatever is done to an exam is done one after the other. @throws AppError NOT_FOUND */
export async function lockExam(manager: EntityManager, examId: string): Promise<Exam> {
  const exam = await manager
    .getRepository(Exam)
    .findOne({ where: { id: examId, rehearsalOf: IsNull() }, lock: { mode: 'pessimistic_write' } });
  if (!exam) throw new AppError('NOT_FOUND');
  return exam;
}

async function refuseFaults({ dataSource, env }: Parts, form: ExamForm, examId: string): Promise<void> {
  const faults = [...faultsOf(form, env), ...(await placeFaults(dataSource, form, examId))];
  if (faults.length > 0) throw new AppError('FORM_FAULTY', { faults });
}

/** What only the database knows to be wrong. */
async function placeFaults(dataSource: DataSource, form: ExamForm, examId: string): Promise<FormFault[]> {
  const { code, flowVersionId } = form;
  const [isTaken, hasFlow] = await Promise.all([
    dataSource.getRepository(Exam).existsBy({ code, id: Not(examId) }),
    flowVersionId === null || dataSource.getRepository(FlowVersion).existsBy({ id: flowVersionId }),
  ]);
  return [
    ...(isTaken ? [fault('code', codeTaken)] : []),
    ...(hasFlow ? [] : [fault('flowVersionId', noFlow)]),
  ];
}

/** The fields that differ, as they were and as they will be. */
export function difference<T extends object>(before: T, after: T) {
  const keys = (Object.keys(after) as (keyof T)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const only = (of: T) => Object.fromEntries(keys.map((key) => [key, of[key]]));
  return { before: only(before), after: only(after) };
}

const codeTaken = {
  zh: '这个考试代码已经用在另一场考试上。',
  en: 'Another exam has this code.',
};
const noFlow = { zh: '没有这个流程版本。', en: 'There is no such version of a flow.' };
