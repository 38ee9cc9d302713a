import { In } from 'typeorm';
import sharp from 'sharp';
import { AuditEntry } from '#models/audit-entry';
import { ExamPaper } from '#models/exam-paper';
import { Paper } from '#models/paper';
import { PaperDraw } from '#models/paper-draw';
import { PaperImage } from '#models/paper-image';
import type { StaffPrincipal } from '../access/principal';
import { audit } from '../audit';
import type { Handlers } from '../call';
import { AppError } from '../errors';
import { storeBytes, type PaperContents } from '../papers/content';
import {
  attachPapers,
  cardOf,
  imagesOf,
  keepPaper,
  paperStepsOf,
  readFileOf,
  shapeOf,
} from '../papers/library';
import { markPdf } from '../papers/mark-pdf';
import { presentPaper } from '../papers/present';
import type { Parts } from '../parts';
import { readPicture } from '../pictures/read-picture';
import { namesOf } from '../staff-names';

type Names =
  | 'listPapers'
  | 'checkPaper'
  | 'uploadPaper'
  | 'putPaperImage'
  | 'attachPapers'
  | 'previewPaper'
  | 'previewPaperPdf';

export const paperRoutes = (parts: Parts, contents: PaperContents): Handlers<Names> => ({
  listPapers: async ({ params: { examId } }) => listPapers(parts, examId),

  checkPaper: async ({ params: { examId }, query: { filename: name }, body: bytes }) => {
    const { reading } = await readFileOf(parts, { examId, name, bytes });
    return { faults: [...reading.faults], ...shapeOf(reading) };
  },

  uploadPaper: async ({ params: { examId }, query: { filename: name }, body: bytes, who, receivedAt }) =>
    keepPaper(parts, { examId, name, bytes }, who, receivedAt),

  putPaperImage: async ({ params: { examId, name }, body, who, receivedAt: now }) => {
    const { jpeg } = await readPicture(body);
    const { width, height } = await sharp(jpeg).metadata();
    const stored = {
      bytes: jpeg,
      kind: 'paper-image',
      mediaType: 'image/jpeg',
      sittingId: null,
      now,
    } as const;
    const { key } = await storeBytes(parts, stored);
    const row = { examId, name, key, width, height, createdAt: now };
    await parts.dataSource.getRepository(PaperImage).upsert(row, ['examId', 'name']);
    await audit(parts.dataSource, {
      by: who,
      at: now,
      action: 'paper.image',
      subject: examId,
      details: { name },
    });
    return { name, width, height };
  },

  attachPapers: async ({ params: { examId, stepId }, body: { paperIds }, who, receivedAt: now }) => {
    await attachPapers(parts, { examId, stepId, paperIds, who, now });
    return { done: true };
  },

  previewPaper: async ({ params, who, receivedAt: now }) => {
    const { paper, content } = await lookAt(parts, contents, params, who, now);
    const looks = await parts.dataSource
      .getRepository(AuditEntry)
      .countBy({ action: 'paper.preview', subject: paper.id });
    return { paper: presentPaper(parts, { stepId: 'preview', paper, content, now }), looks };
  },

  previewPaperPdf: async ({ params, who, receivedAt: now }) => {
    const { paper, content } = await lookAt(parts, contents, params, who, now);
    if (content.form !== 'pdf' || !paper.mark) throw new AppError('NOT_FOUND');
    return { type: 'application/pdf', bytes: markPdf(content.bytes, paper.mark, who.staffId) };
  },
});

/** Written down before it is shown: what cannot be written down does not happen. */
async function lookAt(
  parts: Parts,
  contents: PaperContents,
  { examId, paperId }: { readonly examId: string; readonly paperId: string },
  who: StaffPrincipal,
  now: number,
) {
  const known = await parts.dataSource.getRepository(Paper).existsBy({ id: paperId, examId });
  if (!known) throw new AppError('NOT_FOUND');
  await audit(parts.dataSource, { by: who, at: now, action: 'paper.preview', subject: paperId });
  return contents.read(paperId);
}

async function listPapers(parts: Parts, examId: string) {
  const { dataSource } = parts;
  const papers = await dataSource
    .getRepository(Paper)
    .find({ where: { examId }, order: { createdAt: 'ASC' } });
  const attached = await dataSource
    .getRepository(ExamPaper)
    .find({ where: { examId }, order: { ordinal: 'ASC' } });
  const nameOf = await namesOf(
    dataSource,
    papers.map(({ createdBy }) => createdBy),
  );
  const steps = await paperStepsOf(parts, examId);
  const drawn = await drawnOf(
    parts,
    examId,
    steps.map(({ id }) => id),
  );
  const images = await imagesOf(parts, examId);
  return {
    papers: papers.map((paper) => {
      const on = attached.filter(({ paperId }) => paperId === paper.id).map(({ stepId }) => stepId);
      return cardOf(paper, on, nameOf(paper.createdBy) ?? paper.createdBy);
    }),
    images: images.map(({ name, width, height }) => ({ name, width, height })),
    steps: steps.map(({ id: stepId, title, mode }) => ({
      ...{ stepId, title, mode },
      paperIds: attached.filter((each) => each.stepId === stepId).map(({ paperId }) => paperId),
      drawn: drawn.get(stepId) ?? 0,
    })),
  };
}

async function drawnOf({ dataSource }: Parts, examId: string, stepIds: readonly string[]) {
  const rows = await dataSource
    .getRepository(PaperDraw)
    .find({ where: { examId, stepId: In(stepIds) }, select: { sittingId: true, stepId: true } });
  return new Map(stepIds.map((stepId) => [stepId, rows.filter((row) => row.stepId === stepId).length]));
}
