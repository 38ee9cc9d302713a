import { In, IsNull, type DataSource } from 'typeorm';
import type { z } from 'zod';
import type { rehearsalLine } from '#contract/rehearsal';
import { Exam } from '#models/exam';
import { Rehearsal } from '#models/rehearsal';
import { Sitting } from '#models/sitting';
import type { StaffPrincipal } from '../access/principal';
import { AppError } from '../errors';
import { reasonsOf } from './finish';

type Line = z.input<typeof rehearsalLine>;
const TOGETHER = 20;

/** Every candidate of the exam, by room and ticket, with the last rehearsal. */
export async function listRehearsals(dataSource: DataSource, examId: string) {
  const exam = await dataSource.getRepository(Exam).findOneBy({ id: examId, rehearsalOf: IsNull() });
  if (!exam) throw new AppError('NOT_FOUND');
  const [sittings, rehearsals] = await Promise.all([
    dataSource.getRepository(Sitting).find({
      where: { examId },
      relations: { candidate: true, room: true },
      order: { roomId: 'ASC', id: 'ASC' },
    }),
    dataSource.getRepository(Rehearsal).find({ where: { examId }, order: { beganAt: 'DESC' } }),
  ]);
  const lines: Line[] = [];
  for (let from = 0; from < sittings.length; from += TOGETHER) {
    const some = sittings.slice(from, from + TOGETHER).map((sitting) => {
      const own = rehearsals.filter(({ sittingId }) => sittingId === sitting.id);
      return lineOf(dataSource, sitting, own);
    });
    lines.push(...(await Promise.all(some)).flat());
  }
  return { examTitle: exam.title, opensAt: exam.opensAt, lines };
}

/** `own`: newest first. The newest that was judged counts; else the newest. */
async function lineOf(dataSource: DataSource, sitting: Sitting, own: readonly Rehearsal[]): Promise<Line[]> {
  const { candidate, room, id: sittingId } = sitting;
  if (!candidate || !room) return [];
  const { ticket, name, phone } = candidate;
  const last = own.find(({ finishedAt }) => finishedAt !== null) ?? own[0] ?? null;
  const person = { sittingId, ticket, name, phone, room: room.name, times: own.length };
  if (!last) {
    const none = { at: null, reasons: [], browser: null, uplinkKbps: null, bytes: 0 };
    return [{ ...person, ...none, outcome: 'none' }];
  }
  const takes = [last.firstTake, last.secondTake].filter((take) => take !== null);
  return [
    {
      ...person,
      outcome: last.outcome ?? 'unfinished',
      at: last.finishedAt ?? last.beganAt,
      reasons: [...(last.reasons ?? (await reasonsOf(dataSource, last, null)))],
      browser: last.firstReport?.browser ?? null,
      uplinkKbps: takes.length === 0 ? null : Math.min(...takes.map(({ uplinkKbps }) => uplinkKbps)),
      bytes: takes.reduce((sum, { bytes }) => sum + bytes, 0),
    },
  ];
}

/** The exams of this member of staff, the next one first. */
export async function listRehearsedExams(dataSource: DataSource, { examId }: StaffPrincipal) {
  const exams = await dataSource.getRepository(Exam).find({
    where: { rehearsalOf: IsNull(), ...(examId !== null && { id: examId }) },
    order: { opensAt: 'DESC', id: 'DESC' },
    take: 200,
  });
  const ids = exams.map(({ id }) => id);
  if (ids.length === 0) return { exams: [] };
  const [candidates, rehearsed] = await Promise.all([
    countBy(dataSource, Sitting, ids, 'COUNT(*)'),
    countBy(dataSource, Rehearsal, ids, 'COUNT(DISTINCT row.sitting_id)'),
  ]);
  return {
    exams: exams.map(({ id, code, title, opensAt }) => ({
      ...{ id, code, title, opensAt },
      candidates: candidates.get(id) ?? 0,
      rehearsed: rehearsed.get(id) ?? 0,
    })),
  };
}

async function countBy(
  dataSource: DataSource,
  table: typeof Sitting | typeof Rehearsal,
  examIds: readonly string[],
  counted: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await dataSource
    .createQueryBuilder(table, 'row')
    .select('row.exam_id', 'examId')
    .addSelect(counted, 'count')
    .where({ examId: In([...examIds]) })
    .groupBy('row.exam_id')
    .getRawMany<{ examId: string; count: string }>();
  return new Map(rows.map(({ examId, count }) => [examId, Number(count)]));
}
