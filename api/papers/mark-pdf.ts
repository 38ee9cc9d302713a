import {
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
  StandardFonts,
  type PDFContext,
  type PDFPage,
} from 'pdf-lib';
import type { PaperMark } from '#models/paper';
import type { LocalText } from '#protocol/text.schema';

/** Bytes reserved in every paper for the reader's mark: exchanged in place, the rest of the file stays as it is. */
const MARK_BYTES = 1_200;
const START = '%examhall-mark-';

export type MarkedPdf =
  | { readonly pages: number; readonly bytes: Buffer; readonly mark: PaperMark }
  | { readonly faults: readonly { readonly path: string; readonly message: LocalText }[] };

/**
 * Makes a PDF ready for marks: one form drawn over every page, whose content is exchanged for each reader without
 * reading the file again. A PDF that can do anything but be read is refused.
 */
export async function makeMarkable(source: Buffer): Promise<MarkedPdf> {
  const document = await PDFDocument.load(source, {
    updateMetadata: false,
    throwOnInvalidObject: true,
  }).catch((error: unknown) => error);
  if (!(document instanceof PDFDocument)) return { faults: [{ path: '', message: unreadable(document) }] };
  const active = activeParts(document.context);
  if (active.length > 0) return { faults: active };
  const pages = document.getPages();
  const font = (await document.embedFont(StandardFonts.Helvetica)).ref;
  const form = drawForm(document, font);
  pages.forEach((page) => addMark(page, form));
  const bytes = Buffer.from(await document.save({ useObjectStreams: false, updateFieldAppearances: false }));
  const offset = bytes.indexOf(START);
  if (offset < 0) return { faults: [{ path: '', message: unreadable(null) }] };
  return { pages: pages.length, bytes, mark: { offset, length: MARK_BYTES } };
}

const SIZE = 1_000;

/** A square form of a thousand units that is scaled to each page. */
function drawForm(document: PDFDocument, font: PDFRef): PDFRef {
  const { context } = document;
  const dict = context.obj({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, SIZE, SIZE],
    Resources: { Font: { F: font }, ExtGState: { G: { ca: 0.16 } } },
  });
  const content = `${START}`.padEnd(MARK_BYTES, ' ');
  return context.register(PDFRawStream.of(dict, Buffer.from(content, 'latin1')));
}

function addMark(page: PDFPage, form: PDFRef): void {
  const { context } = page.doc;
  const name = page.node.newXObject('ExamhallMark', form);
  const { x, y, width, height } = page.getMediaBox();
  const [sx, sy] = [width / SIZE, height / SIZE];
  const draw = `q ${sx.toFixed(5)} 0 0 ${sy.toFixed(5)} ${x.toFixed(3)} ${y.toFixed(3)} cm ${name.toString()} Do Q`;
  page.node.wrapContentStreams(
    context.getPushGraphicsStateContentStream(),
    context.getPopGraphicsStateContentStream(),
  );
  page.node.addContentStream(context.register(context.stream(draw)));
}

/** Latin letters and figures only: the standard fonts have no others, and tickets rarely do. */
const plain = (text: string): string =>
  text
    .replace(/[^\x20-\x7e]/g, '?')
    .replace(/[\\()]/g, ' ')
    .slice(0, 40);

/** The file with this reader's mark on every page. */
export function markPdf(bytes: Buffer, { offset, length }: PaperMark, reader: string): Buffer {
  const word = plain(reader);
  const at = [150, 400, 650, 880].map(
    (y, index) => `BT /F 40 Tf 0.87 0.5 -0.5 0.87 ${120 + index * 90} ${y} Tm (${word}) Tj ET`,
  );
  const content = `${START}\nq /G gs 0.35 g\n${at.join('\n')}\nQ\n`.padEnd(length, ' ');
  if (content.length > length) throw new Error('the mark is longer than its place');
  const marked = Buffer.from(bytes);
  marked.write(content, offset, length, 'latin1');
  return marked;
}

const ACTIVE = [
  'JavaScript',
  'JS',
  'Launch',
  'EmbeddedFiles',
  'EmbeddedFile',
  'XFA',
  'RichMedia',
  'SubmitForm',
  'ImportData',
  'AA',
];

/** Everything in a PDF that does something: scripts, programs, embedded files, actions on opening. */
function activeParts(context: PDFContext): { path: string; message: LocalText }[] {
  const found = context.enumerateIndirectObjects().flatMap(([ref, object]) => {
    const dict = object instanceof PDFDict ? object : object instanceof PDFRawStream ? object.dict : null;
    const named = dict ? activeIn(dict, 0) : null;
    return named ? [{ path: `object ${ref.objectNumber}`, message: active(named) }] : [];
  });
  return found.slice(0, 20);
}

function activeIn(dict: PDFDict, depth: number): string | null {
  for (const [key, value] of dict.entries()) {
    const name = key.decodeText();
    if (ACTIVE.includes(name)) return name;
    if (name === 'S' && value instanceof PDFName && ACTIVE.includes(value.decodeText()))
      return value.decodeText();
    if (value instanceof PDFDict && depth < 8) {
      const inner = activeIn(value, depth + 1);
      if (inner) return inner;
    }
  }
  return null;
}

const active = (name: string): LocalText => ({
  zh: `PDF 里含有脚本或附件（${name}）。请重新导出为普通 PDF。`,
  en: `The PDF holds a script or an attachment (${name}). Export it again as a plain PDF.`,
});

function unreadable(error: unknown): LocalText {
  if (error instanceof Error && /encrypt/i.test(error.message))
    return { zh: 'PDF 设了密码，请去掉密码后再上传。', en: 'The PDF has a password; remove it first.' };
  return { zh: '这不是可以读取的 PDF。', en: 'This is not a PDF that can be read.' };
}
