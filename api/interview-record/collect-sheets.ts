import { In } from 'typeorm';
import { Exam } from '#models/exam';
import { Score } from '#models/score';
import { Sitting } from '#models/sitting';
import { Staff } from '#models/staff';
import { holds, staffRoles } from '#protocol/policies';
import type { RoomPlace } from '../access/places';
import type { Parts } from '../parts';
import { criteriaOf } from '../rooms/open-console';

const scoring = staffRoles.filter((role) => holds(role, 'score a candidate'));

/** Sheets of a room: that they are there, and, once sealed, what is on them. */
export async function collectSheets(parts: Parts, { roomId, examId }: RoomPlace) {
  const { dataSource, publishedFlow } = parts;
  const [exam, sittings, scorers] = await Promise.all([
    dataSource.getRepository(Exam).findOneBy({ id: examId }),
    dataSource.getRepository(Sitting).find({ where: { roomId }, select: { id: true } }),
    dataSource
      .getRepository(Staff)
      .find({ where: { role: In(scoring), rooms: { roomId } }, order: { id: 'ASC' } }),
  ]);
  const scores = await dataSource
    .getRepository(Score)
    .findBy({ sittingId: In(sittings.map(({ id }) => id)), staffId: In(scorers.map(({ id }) => id)) });
  const criteria = exam?.flowVersionId ? criteriaOf(await publishedFlow(exam.flowVersionId)) : [];
  return {
    criteria: [...criteria],
    scorers: scorers.map(({ id: staffId, name, role }) => ({ staffId, name, role })),
    sheets: scores.map(presentCollected),
  };
}

function presentCollected({ sittingId, staffId, sealedAt, values, note }: Score) {
  if (sealedAt === null) return { state: 'open' as const, sittingId, staffId };
  const total = Object.values(values).reduce((sum, points) => sum + points, 0);
  return { state: 'sealed' as const, sittingId, staffId, sealedAt, total, values: { ...values }, note };
}
