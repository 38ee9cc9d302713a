import { IsNull, Like, Not, type DataSource } from 'typeorm';
import { Exam } from '#models/exam';
import { Flow } from '#models/flow';
import { FlowVersion } from '#models/flow-version';
import { Sitting } from '#models/sitting';
import type { StaffPrincipal } from '../access/principal';
import { REHEARSAL_FLOW } from '../rehearsals/rehearsal-version';
import { namesOf } from '../staff-names';

type Shown = Pick<FlowVersion, 'id' | 'number' | 'document' | 'publishedAt' | 'publishedBy' | 'digest'>;

export const presentVersion = (version: Shown, nameOf: (by: string) => string | null) => ({
  id: version.id,
  number: version.number,
  name: version.document.name,
  publishedAt: version.publishedAt,
  publishedBy: nameOf(version.publishedBy) ?? version.publishedBy,
  digest: version.digest,
});

const shownColumns = {
  id: true,
  flowId: true,
  number: true,
  document: true,
  publishedAt: true,
  publishedBy: true,
  digest: true,
} as const;

/** All flows, newest version first in each; and the exams of this administrator with what their sittings carry. */
export async function presentFlows(dataSource: DataSource, staff: StaffPrincipal) {
  const [flows, versions, exams] = await Promise.all([
    dataSource
      .getRepository(Flow)
      .find({ where: { key: Not(Like(`${REHEARSAL_FLOW}%`)) }, order: { key: 'ASC' } }),
    dataSource.getRepository(FlowVersion).find({
      select: shownColumns,
      order: { number: 'DESC' },
    }),
    dataSource.getRepository(Exam).find({
      where: { rehearsalOf: IsNull(), ...(staff.examId !== null && { id: staff.examId }) },
      order: { opensAt: 'DESC', id: 'DESC' },
    }),
  ]);
  const nameOf = await namesOf(
    dataSource,
    versions.map(({ publishedBy }) => publishedBy),
  );
  const counts = await countSittings(dataSource);
  return {
    flows: flows.map(({ id, key }) => ({
      id,
      key,
      versions: versions
        .filter(({ flowId }) => flowId === id)
        .map((version) => presentVersion(version, nameOf)),
    })),
    exams: exams.map(({ id, code, title, flowVersionId }) => ({
      id,
      code,
      title,
      flowVersionId,
      sittings: counts
        .filter((count) => count.examId === id)
        .map((row) => ({ flowVersionId: row.flowVersionId, count: Number(row.count) })),
    })),
  };
}

const countSittings = (dataSource: DataSource) =>
  dataSource
    .getRepository(Sitting)
    .createQueryBuilder('sitting')
    .select('sitting.examId', 'examId')
    .addSelect('sitting.flowVersionId', 'flowVersionId')
    .addSelect('COUNT(*)', 'count')
    .where({ flowVersionId: Not(IsNull()), startedAt: Not(IsNull()) })
    .groupBy('sitting.examId')
    .addGroupBy('sitting.flowVersionId')
    .getRawMany<{ examId: string; flowVersionId: string; count: string }>();
