import { In, IsNull } from 'typeorm';
import { AuditEntry } from '#models/audit-entry';
import { Exam } from '#models/exam';
import { Sitting } from '#models/sitting';
import type { StaffPrincipal } from '../access/principal';
import type { Parts } from '../parts';
import { namesOf } from '../staff-names';

interface Count {
  readonly examId: string;
  readonly begun: string;
  readonly ended: string;
}

/** Exams of this person, newest first, each with the archives that were taken whole. */
export async function listArchivedExams({ dataSource }: Parts, who: StaffPrincipal) {
  const own = who.examId === null ? {} : { id: who.examId };
  const exams = await dataSource
    .getRepository(Exam)
    .find({ where: { ...own, rehearsalOf: IsNull() }, order: { closesAt: 'DESC' }, take: 200 });
  const ids = exams.map(({ id }) => id);
  const [counts, taken] = await Promise.all([
    dataSource
      .getRepository(Sitting)
      .createQueryBuilder('sitting')
      .select('sitting.examId', 'examId')
      .addSelect('SUM(sitting.revision > 0)', 'begun')
      .addSelect('SUM(sitting.endedAt IS NOT NULL)', 'ended')
      .where({ examId: In(ids) })
      .groupBy('sitting.examId')
      .getRawMany<Count>(),
    dataSource
      .getRepository(AuditEntry)
      .find({ where: { action: 'archive.end', subject: In(ids) }, order: { id: 'DESC' } }),
  ]);
  const nameOf = await namesOf(
    dataSource,
    taken.map(({ byWhom }) => byWhom),
  );
  return {
    exams: exams.map(({ id, code, title, closesAt }) => {
      const count = counts.find(({ examId }) => examId === id);
      const archives = taken.filter(({ subject }) => subject === id).map((entry) => present(entry, nameOf));
      return {
        ...{ id, code, title, closesAt, archives },
        ...{ begun: Number(count?.begun ?? 0), ended: Number(count?.ended ?? 0) },
      };
    }),
  };
}

function present({ at, byWhom, details }: AuditEntry, nameOf: (by: string) => string | null) {
  const { of, head, lines } = details as { of: string; head: string; lines: number };
  return { at, byName: nameOf(byWhom) ?? byWhom, of, head, lines };
}
