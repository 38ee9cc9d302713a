import { Exam } from '#models/exam';
import { ResultRelease, ResultSignature } from '#models/result-rows';
import type { RoomPlace } from '../access/places';
import type { Parts } from '../parts';
import { criteriaOf } from '../rooms/open-console';
import { namesOf } from '../staff-names';
import { roomResults } from './room-results';

/** A room's results with who signed them; the newest signature of each role counts. */
export async function presentResults(parts: Parts, { roomId, examId }: RoomPlace) {
  const { dataSource, publishedFlow } = parts;
  const [found, signed, release, exam] = await Promise.all([
    roomResults(parts, roomId),
    dataSource.getRepository(ResultSignature).find({ where: { roomId }, order: { id: 'DESC' } }),
    dataSource.getRepository(ResultRelease).findOneBy({ examId }),
    dataSource.getRepository(Exam).findOneBy({ id: examId }),
  ]);
  const newest = signed.filter(({ role }, at) => signed.findIndex((other) => other.role === role) === at);
  const by = [...newest, ...(release ? [release] : [])].map(({ staffId }) => `staff:${staffId}`);
  const nameOf = await namesOf(dataSource, by);
  const name = ({ staffId }: { readonly staffId: string }): string => nameOf(`staff:${staffId}`) ?? '';
  const { digest } = found;
  return {
    examId,
    criteria: exam?.flowVersionId ? [...criteriaOf(await publishedFlow(exam.flowVersionId))] : [],
    rule: found.rule,
    digest,
    results: found.results.map(({ recused, sheets, tally, ...result }) => ({
      ...result,
      recused: [...recused],
      sheets: sheets.map(({ values, corrections, ...sheet }) => ({
        ...sheet,
        values: { ...values },
        corrections: [...corrections],
      })),
      tally: tally && { ...tally, dropped: [...tally.dropped] },
    })),
    signatures: newest.map((one) => ({
      role: one.role,
      name: name(one),
      at: one.at,
      holds: one.digest === digest,
    })),
    released: release && { at: release.at, name: name(release) },
  };
}
