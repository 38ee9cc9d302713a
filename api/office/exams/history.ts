import type { DataSource } from 'typeorm';
import { AuditEntry } from '#models/audit-entry';
import { namesOf } from '../../staff-names';
import { findExam } from './present-exam';

const MOST = 500;

/** Who did what to an exam, newest first. */
export async function historyOf(dataSource: DataSource, examId: string) {
  await findExam(dataSource, examId);
  const rows = await dataSource
    .getRepository(AuditEntry)
    .find({ where: { subject: examId }, order: { id: 'DESC' }, take: MOST });
  const nameOf = await namesOf(
    dataSource,
    rows.map(({ byWhom }) => byWhom),
  );
  return rows.map(({ id, at, byWhom, action, details }) => ({
    ...{ id: Number(id), at, by: nameOf(byWhom) ?? byWhom, action },
    details: JSON.parse(JSON.stringify(details)),
  }));
}
