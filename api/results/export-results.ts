import writeExcelFile, { type Row } from 'write-excel-file/node';
import { Exam } from '#models/exam';
import { Room } from '#models/room';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { criteriaOf } from '../rooms/open-console';
import { roomResults, type Result } from './room-results';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const head = (...texts: readonly string[]): Row => texts.map((value) => ({ value, fontWeight: 'bold' }));
const text = (value: string) => ({ value, type: String });
const number = (value: number | null | undefined) => (value == null ? null : { value, type: Number });

const states = {
  absent: '未参加',
  'under-way': '未结束',
  'sheets-missing': '成绩单未齐',
  complete: '完成',
  'not-scored': '不评分',
} as const satisfies Record<Result['state'], string>;

/** Two pages: a line a candidate, and a line a sheet with its points by criterion. */
export async function exportResults(parts: Parts, examId: string) {
  const { dataSource, publishedFlow } = parts;
  const exam = await dataSource.getRepository(Exam).findOneBy({ id: examId });
  if (!exam) throw new AppError('NOT_FOUND');
  const criteria = exam.flowVersionId ? criteriaOf(await publishedFlow(exam.flowVersionId)) : [];
  const rooms = await dataSource.getRepository(Room).find({ where: { examId }, order: { id: 'ASC' } });
  const summary: Row[] = [head('考场', '准考证号', '姓名', '状态', '得分', '去掉的成绩单', '最大分差')];
  const sheets: Row[] = [
    head('考场', '准考证号', '姓名', '考官', '合计', ...criteria.map(({ title }) => title.zh), '更正'),
  ];
  for (const { id, name } of rooms) {
    for (const result of (await roomResults(parts, id)).results) {
      const { ticket, tally } = result;
      const who = [text(name.zh), text(ticket), text(result.name)];
      const dropped = tally?.dropped.length ?? 0;
      summary.push([
        ...who,
        ...[text(states[result.state]), number(tally?.mean), number(dropped), number(tally?.spread)],
      ]);
      for (const sheet of result.sheets) {
        const points = criteria.map(({ id: criterion }) => number(sheet.values[criterion]));
        const why = text(sheet.corrections.map(({ reason }) => reason).join(' / '));
        sheets.push([...who, text(sheet.name), number(sheet.total), ...points, why]);
      }
    }
  }
  const pages = [
    { data: summary, sheet: '成绩' },
    { data: sheets, sheet: '成绩单' },
  ];
  return { type, bytes: await writeExcelFile(pages).toBuffer() };
}
