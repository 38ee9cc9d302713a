import { parse } from 'csv-parse/sync';
import type { PaperFault } from '#contract/papers';
import type { LocalText } from '#protocol/text.schema';
import type { Path } from '../flows/yaml-source';
import { inThread } from '../threads/in-thread';
import type { QuestionSource } from './read-questions';
import { columnsOf, questionOf, type Cells, type Column } from './sheet-columns';

type Rows = readonly (readonly unknown[])[];
type Source = QuestionSource | { readonly faults: readonly PaperFault[] };

const MOST_ROWS = 2_000;
const WORKBOOK = { ms: 15_000, heapMb: 256 } as const;

/** A workbook's first sheet: a line of titles, then one question a line. */
export async function readWorkbook(name: string, bytes: Buffer): Promise<Source> {
  const sheets = await inThread({ kind: 'xlsx', bytes }, WORKBOOK).catch(() => null);
  const first = sheets?.[0];
  if (!first) return { faults: [fault('', noWorkbook)] };
  return readRows(name, first.rows, (row, column) => `${first.sheet}!${letter(column)}${row + 1}`);
}

/** UTF-8, or the encoding that Chinese spreadsheets save by default. */
export function readCsv(name: string, bytes: Buffer): Source {
  const text = decodeSheet(bytes);
  if (text === null) return { faults: [fault('', noEncoding)] };
  try {
    const rows: unknown[][] = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false });
    return readRows(name, rows, (row, column) => `${letter(column)}${row + 1}`);
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : null;
    return { faults: [{ ...fault(line ? `line ${line}` : '', noCsv), line }] };
  }
}

/** As UTF-8, or as the encoding that Chinese spreadsheets save by default; null for neither. */
export function decodeSheet(bytes: Buffer): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  return null;
}

type Place = (row: number, column: number) => string;

function readRows(name: string, rows: Rows, place: Place): Source {
  const [titles = [], ...lines] = rows;
  const columns = columnsOf(titles);
  const unknown = titles.flatMap((title, at) =>
    isEmpty(title) || columns.has(at) ? [] : [fault(place(0, at), noColumn(String(title)))],
  );
  const present = new Set([...columns.values()]);
  const lacking = (['kind', 'text'] as const).filter((column) => !present.has(column));
  const faults = [...unknown, ...lacking.map((column) => fault(place(0, 0), lacks(column)))];
  if (lines.length > MOST_ROWS) faults.push(fault(place(MOST_ROWS + 1, 0), tooLong));
  if (faults.length > 0) return { faults };
  return sourceOf(name, lines, columns, place);
}

/** Lines as sections of questions; what is wrong with a field is pointed at in its cell. */
function sourceOf(
  name: string,
  lines: Rows,
  columns: ReadonlyMap<number, Column>,
  place: Place,
): QuestionSource {
  const sections: { title?: string; questions: unknown[] }[] = [];
  const rowsOf: number[][] = [];
  lines.forEach((line, at) => {
    if (line.every(isEmpty)) return;
    const cells: Cells = new Map([...columns].map(([index, column]) => [column, line[index]]));
    const title = isEmpty(cells.get('section')) ? undefined : String(cells.get('section')).trim();
    if (sections.length === 0 || (title !== undefined && title !== sections.at(-1)?.title)) {
      sections.push({ ...(title !== undefined && { title }), questions: [] });
      rowsOf.push([]);
    }
    sections.at(-1)?.questions.push(questionOf(cells));
    rowsOf.at(-1)?.push(at + 1);
  });
  const faultAt = (path: Path, message: LocalText): PaperFault => {
    const [, section, , question, ...field] = path;
    const row = rowsOf[Number(section)]?.[Number(question)];
    if (row === undefined) return fault('', message);
    const column = [...columns].find(([, named]) => named === columnOf(field))?.[0] ?? 0;
    return { ...fault(place(row, column), message), line: row + 1, column: column + 1 };
  };
  return { value: { title: name, sections }, faultAt };
}

/** The column that a field of a question came from. */
function columnOf([first, second]: Path): Column {
  if (first === 'choices') return typeof second === 'string' ? `choice ${second}` : 'choice A';
  if (first === 'blanks' || first === 'key') return 'key';
  return ['kind', 'text', 'points', 'words', 'id', 'partial', 'rubric'].includes(String(first))
    ? (String(first) as Column)
    : 'kind';
}

const letter = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letter(Math.floor(column / 26) - 1) + letter(column % 26);

const isEmpty = (cell: unknown): boolean => cell === null || cell === undefined || String(cell).trim() === '';

const fault = (path: string, message: LocalText): PaperFault => ({ line: null, column: null, path, message });

const noWorkbook: LocalText = { zh: '无法读取这个表格文件。', en: 'This workbook cannot be read.' };
const noEncoding: LocalText = {
  zh: '文件编码不是 UTF-8，也不是 GBK。',
  en: 'The file is neither UTF-8 nor GBK.',
};
const noCsv: LocalText = { zh: '这一行的引号没有成对。', en: 'A quotation mark of this line is not closed.' };
const noColumn = (title: string): LocalText => ({
  zh: `不认识的列“${title}”。`,
  en: `There is no column “${title}”.`,
});
const lacks = (column: 'kind' | 'text'): LocalText =>
  column === 'kind'
    ? { zh: '缺少“题型”（kind）一列。', en: 'The column “kind” is missing.' }
    : { zh: '缺少“题干”（text）一列。', en: 'The column “text” is missing.' };
const tooLong: LocalText = { zh: '行数太多。', en: 'There are too many lines.' };
