import { parse as parsePath } from 'node:path';
import type { PaperFault } from '#contract/papers';
import type { LocalText } from '#protocol/text.schema';
import { readYaml } from '../flows/yaml-source';
import { makeMarkable, type MarkedPdf } from './mark-pdf';
import type { WrittenPaper } from './paper-source';
import { readQuestions } from './read-questions';
import { readCsv, readWorkbook } from './sheet-source';

export type PaperReading =
  | { readonly form: 'questions'; readonly paper: WrittenPaper; readonly faults: readonly [] }
  | {
      readonly form: 'pdf';
      readonly title: LocalText;
      readonly pdf: Extract<MarkedPdf, { bytes: Buffer }>;
      readonly faults: readonly [];
    }
  | { readonly form: null; readonly likely: 'pdf' | 'questions'; readonly faults: readonly PaperFault[] };

const faulty = (likely: 'pdf' | 'questions', faults: readonly PaperFault[]): PaperReading => ({
  form: null,
  likely,
  faults: faults.slice(0, 500),
});
export const faultWithoutPlace = (message: LocalText, path = ''): PaperFault => ({
  line: null,
  column: null,
  path,
  message,
});

/** Reads a paper file of any kind: the paper, or every fault with its place. */
export async function readPaperFile(
  file: { readonly name: string; readonly bytes: Buffer },
  images: ReadonlySet<string> | null,
): Promise<PaperReading> {
  const { name, ext } = parsePath(file.name);
  switch (ext.toLowerCase()) {
    case '.pdf':
      return readPdf(name, file.bytes);
    case '.yaml':
    case '.yml':
      return readWritten(readYamlPaper(file.bytes), images);
    case '.xlsx':
      return readWritten(await readWorkbook(name, file.bytes), images);
    case '.csv':
      return readWritten(readCsv(name, file.bytes), images);
    default:
      return faulty('questions', [faultWithoutPlace(unknownKind)]);
  }
}

type Source = Parameters<typeof readQuestions>[0] | { readonly faults: readonly PaperFault[] };

function readYamlPaper(bytes: Buffer): Source {
  return readYaml(bytes.toString('utf8').replace(/^\ufeff/, ''));
}

function readWritten(source: Source, images: ReadonlySet<string> | null): PaperReading {
  if ('faults' in source) return faulty('questions', source.faults);
  const { paper, faults } = readQuestions(source, images);
  return paper ? { form: 'questions', paper, faults: [] } : faulty('questions', faults);
}

async function readPdf(name: string, bytes: Buffer): Promise<PaperReading> {
  const pdf = await makeMarkable(bytes);
  if ('faults' in pdf) {
    return faulty(
      'pdf',
      pdf.faults.map(({ path, message }) => faultWithoutPlace(message, path)),
    );
  }
  return { form: 'pdf', title: { zh: name, en: name }, pdf, faults: [] };
}

const unknownKind: LocalText = {
  zh: '试卷文件要是 .pdf、.yaml、.xlsx 或 .csv。',
  en: 'A paper file is a .pdf, .yaml, .xlsx or .csv.',
};
