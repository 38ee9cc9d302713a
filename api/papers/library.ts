import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import type { PaperCard } from '#contract/papers';
import { Exam } from '#models/exam';
import { ExamPaper } from '#models/exam-paper';
import { Paper } from '#models/paper';
import { PaperDraw } from '#models/paper-draw';
import { PaperImage } from '#models/paper-image';
import { audit } from '../audit';
import { byOf, type StaffPrincipal } from '../access/principal';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { storeBytes, type StoredQuestions } from './content';
import { imagesIn } from './paper-rules';
import { partPaper, type WrittenPaper } from './paper-source';
import { readPaperFile, type PaperReading } from './read-paper-file';

export interface PaperFile {
  readonly examId: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Reads a paper with the images of its exam. */
export const readFileOf = async (parts: Parts, { examId, name, bytes }: PaperFile) => {
  const images = await imagesOf(parts, examId);
  const reading = await readPaperFile({ name, bytes }, new Set(images.map((image) => image.name)));
  return { reading, images };
};

export const imagesOf = ({ dataSource }: Parts, examId: string): Promise<PaperImage[]> =>
  dataSource.getRepository(PaperImage).find({ where: { examId }, order: { name: 'ASC' } });

export const shapeOf = (reading: PaperReading) => {
  if (reading.form === 'pdf')
    return {
      title: reading.title,
      form: 'pdf',
      questions: null,
      pages: reading.pdf.pages,
      points: null,
    } as const;
  if (reading.form === null)
    return { title: null, form: reading.likely, questions: null, pages: null, points: null } as const;
  const asked = reading.paper.sections.flatMap(({ questions }) => questions);
  const points = asked.reduce((sum, question) => sum + question.points, 0);
  return {
    title: reading.paper.title,
    form: 'questions',
    questions: asked.length,
    pages: null,
    points,
  } as const;
};

/** @throws AppError PAPER_FAULTY */
export async function keepPaper(
  parts: Parts,
  file: PaperFile,
  who: StaffPrincipal,
  now: number,
): Promise<PaperCard> {
  const { reading, images } = await readFileOf(parts, file);
  if (reading.form === null) throw new AppError('PAPER_FAULTY', { faults: reading.faults });
  const { title, form, questions, pages, points } = shapeOf(reading);
  const store = (bytes: Buffer, mediaType: string) =>
    storeBytes(parts, { bytes, mediaType, kind: 'paper', sittingId: null, now });
  const source = await store(file.bytes, 'application/octet-stream');
  const content =
    reading.form === 'pdf'
      ? { shown: await store(reading.pdf.bytes, 'application/pdf'), secretKey: null, mark: reading.pdf.mark }
      : await storeQuestions(store, reading.paper, images);
  const row: Paper = {
    ...{ id: ulid(), examId: file.examId, title: title ?? { zh: file.name, en: file.name }, form, pages },
    ...{ questions, points, bytes: file.bytes.length },
    digest: createHash('sha256').update(file.bytes).digest('hex'),
    sourceKey: source.key,
    contentKey: content.shown.key,
    secretKey: content.secretKey,
    mark: content.mark,
    createdAt: now,
    createdBy: byOf(who),
  };
  await parts.dataSource.transaction(async (manager) => {
    await manager.getRepository(Paper).insert(row);
    await audit(manager, {
      by: who,
      at: now,
      action: 'paper.upload',
      subject: row.id,
      details: { digest: row.digest },
    });
  });
  return cardOf(row, [], who.name);
}

/** What is shown and what marks it lie apart, as two types in two files. */
async function storeQuestions(
  store: (bytes: Buffer, mediaType: string) => Promise<{ key: string }>,
  written: WrittenPaper,
  images: readonly PaperImage[],
) {
  const { shown, key } = partPaper(written);
  const used = new Set(textsIn(written).flatMap(imagesIn));
  const kept = images.filter(({ name }) => used.has(name));
  const stored: StoredQuestions = {
    paper: shown,
    images: Object.fromEntries(
      kept.map(({ name, key: object, width, height }) => [name, { key: object, width, height }]),
    ),
  };
  const json = (value: unknown) => store(Buffer.from(JSON.stringify(value)), 'application/json');
  return { shown: await json(stored), secretKey: (await json(key)).key, mark: null };
}

const textsIn = ({ title, instructions, sections }: WrittenPaper) => [
  title,
  ...(instructions ? [instructions] : []),
  ...sections.flatMap(({ text, questions }) => [
    ...(text ? [text] : []),
    ...questions.flatMap((question) => [
      question.text,
      ...(question.kind === 'single' || question.kind === 'multiple' ? Object.values(question.choices) : []),
    ]),
  ]),
];

export const cardOf = (row: Paper, steps: readonly string[], createdBy: string): PaperCard => ({
  id: row.id,
  title: row.title,
  form: row.form,
  pages: row.pages,
  questions: row.questions,
  points: row.points,
  bytes: row.bytes,
  digest: row.digest,
  createdAt: row.createdAt,
  createdBy,
  steps: [...steps],
});

/** The paper steps of the flow that the exam has now. */
export async function paperStepsOf({ dataSource, publishedFlow }: Parts, examId: string) {
  const exam = await dataSource.getRepository(Exam).findOneBy({ id: examId });
  const flow = exam?.flowVersionId ? await publishedFlow(exam.flowVersionId) : null;
  return flow?.steps.flatMap((step) => (step.kind === 'paper' ? [step] : [])) ?? [];
}

/** @throws AppError NOT_FOUND, ALREADY_DONE once somebody has drawn, PAPER_UNFIT for a PDF to be answered on screen */
export async function attachPapers(
  parts: Parts,
  wish: { examId: string; stepId: string; paperIds: readonly string[]; who: StaffPrincipal; now: number },
): Promise<void> {
  const { examId, stepId, who, now } = wish;
  const paperIds = [...new Set(wish.paperIds)];
  const step = (await paperStepsOf(parts, examId)).find(({ id }) => id === stepId);
  const papers = await parts.dataSource.getRepository(Paper).findBy(paperIds.map((id) => ({ id, examId })));
  if (!step || papers.length < paperIds.length) throw new AppError('NOT_FOUND');
  if (step.mode === 'online' && papers.some(({ form }) => form === 'pdf')) throw new AppError('PAPER_UNFIT');
  await parts.dataSource.transaction(async (manager) => {
    if (await manager.getRepository(PaperDraw).existsBy({ examId, stepId }))
      throw new AppError('ALREADY_DONE');
    await manager.getRepository(ExamPaper).delete({ examId, stepId });
    const rows = paperIds.map((paperId, ordinal) => ({ examId, stepId, paperId, ordinal }));
    if (rows.length > 0) await manager.getRepository(ExamPaper).insert(rows);
    await audit(manager, {
      by: who,
      at: now,
      action: 'paper.attach',
      subject: examId,
      details: { stepId, paperIds },
    });
  });
}
