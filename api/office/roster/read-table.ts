import { parse as parsePath } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { RosterFault } from '#contract/office-roster';
import type { LocalText } from '#protocol/text.schema';
import { decodeSheet } from '../../papers/sheet-source';
import { inThread } from '../../threads/in-thread';

export interface Table {
  readonly titles: readonly string[];
  /** Lines that are not empty, each with its number in the file. */
  readonly lines: readonly { readonly row: number; readonly cells: readonly unknown[] }[];
}
type Reading = Table | { readonly faults: readonly RosterFault[] };

const MOST_LINES = 10_000;
const MOST_COLUMNS = 60;
const WORKBOOK = { ms: 20_000, heapMb: 512 } as const;

/** A file of any of the taken kinds as titles and lines. */
export async function readTable(name: string, bytes: Buffer): Promise<Reading> {
  switch (parsePath(name).ext.toLowerCase()) {
    case '.csv':
    case '.txt':
      return readCsv(bytes);
    case '.xlsx':
      return readWorkbook(bytes);
    default:
      return faulty(unknownKind);
  }
}

async function readWorkbook(bytes: Buffer): Promise<Reading> {
  const sheets = await inThread({ kind: 'xlsx', bytes }, WORKBOOK).catch(() => null);
  const first = sheets?.[0];
  return first ? tableOf(first.rows) : faulty(noWorkbook);
}

function readCsv(bytes: Buffer): Reading {
  const text = decodeSheet(bytes);
  if (text === null) return faulty(noEncoding);
  try {
    const rows: unknown[][] = parse(text, {
      ...{ bom: true, relax_column_count: true, skip_empty_lines: false, to: MOST_LINES + 2 },
      delimiter: delimiterOf(text),
    });
    return tableOf(rows);
  } catch (error) {
    const row = error instanceof Error && 'lines' in error ? Number(error.lines) : null;
    return faulty(noCsv, row);
  }
}

/** Whichever stands most often between the titles: spreadsheets of some countries write semicolons or tabs. */
function delimiterOf(text: string): string {
  const [titles = ''] = text.split(/\r?\n/, 1);
  const count = (mark: string) => titles.split(mark).length;
  return [';', '\t'].find((mark) => count(mark) > count(',')) ?? ',';
}

function tableOf(rows: readonly (readonly unknown[])[]): Reading {
  const [titles = [], ...rest] = rows;
  if (titles.every(isEmpty)) return faulty(noTitles, 1);
  const lines = rest.flatMap((cells, at) => (cells.every(isEmpty) ? [] : [{ row: at + 2, cells }]));
  if (lines.length === 0) return faulty(noLines);
  if (rest.length > MOST_LINES) return faulty(tooMany, MOST_LINES + 2);
  return { titles: titles.slice(0, MOST_COLUMNS).map((title) => String(title ?? '').trim()), lines };
}

export const isEmpty = (cell: unknown): boolean =>
  cell === null || cell === undefined || String(cell).trim() === '';

const faulty = (message: LocalText, row: number | null = null) => ({
  faults: [{ row, column: null, message }],
});

const unknownKind: LocalText = {
  zh: '名单文件要是 .csv 或 .xlsx。',
  en: 'A roster is a .csv or .xlsx file.',
};
const noWorkbook: LocalText = { zh: '无法读取这个表格文件。', en: 'This workbook cannot be read.' };
const noEncoding: LocalText = {
  zh: '文件编码不是 UTF-8，也不是 GBK。',
  en: 'The file is neither UTF-8 nor GBK.',
};
const noCsv: LocalText = {
  zh: '这一行的引号没有成对。',
  en: 'A quotation mark of this line is not closed.',
};
const noTitles: LocalText = {
  zh: '第一行要是列名，例如：准考证号、姓名、考场。',
  en: 'The first line names the columns, for example: ticket, name, room.',
};
const noLines: LocalText = { zh: '文件里没有考生。', en: 'There is no candidate in the file.' };
const tooMany: LocalText = {
  zh: `一次最多 ${MOST_LINES} 行，请分成几个文件。`,
  en: `${MOST_LINES} lines at most at a time. Split the file.`,
};
