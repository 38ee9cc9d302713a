import { z } from 'zod';
import { epochMs, localText, stepId, ulid } from '#protocol/text.schema';
import { dispatchedPaper } from './answers';
import { endpoint } from './endpoint';
import { done } from './shared';

/**
 * A fault of a paper and its place: line and column of a YAML file (from 1), `Sheet1!C7` of a spreadsheet, page or
 * object of a PDF.
 */
export const paperFault = z.strictObject({
  line: z.number().int().nullable(),
  column: z.number().int().nullable(),
  /** `sections[1].questions[3].key`, `Sheet1!C7`, `page 2`. */
  path: z.string(),
  message: localText,
});
export type PaperFault = z.infer<typeof paperFault>;

/** What is known of a paper without opening it. */
export const paperCard = z.strictObject({
  id: ulid,
  title: localText,
  form: z.enum(['pdf', 'questions']),
  pages: z.number().int().nullable(),
  questions: z.number().int().nullable(),
  points: z.number().nullable(),
  bytes: z.number().int(),
  /** SHA-256 (hex) of the file as it came. */
  digest: z.string(),
  createdAt: epochMs,
  createdBy: z.string(),
  /** Steps of this exam that it is attached to. */
  steps: z.array(stepId),
});
export type PaperCard = z.infer<typeof paperCard>;

const examParams = z.strictObject({ examId: ulid });
const named = z.strictObject({ filename: z.string().min(1).max(200) });
const imageName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}\.(png|jpe?g|webp)$/i);

export const listPapers = endpoint({
  method: 'GET',
  path: '/api/admin/exams/:examId/papers',
  summary: 'Papers of an exam, its images, and which step has which paper. Opens none of them.',
  who: { ability: 'configure exams' },
  params: examParams,
  output: z.strictObject({
    papers: z.array(paperCard),
    images: z.array(z.strictObject({ name: z.string(), width: z.number(), height: z.number() })),
    /** Steps of kind `paper` of the exam's flow. `drawn`: candidates have it already, so it stays. */
    steps: z.array(
      z.strictObject({
        stepId,
        title: localText,
        mode: z.enum(['online', 'photographed']),
        paperIds: z.array(ulid),
        drawn: z.number().int(),
      }),
    ),
  }),
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});

export const checkPaper = endpoint({
  method: 'POST',
  path: '/api/admin/exams/:examId/papers/check',
  summary: 'All faults of a paper file (.yaml, .xlsx, .csv, .pdf), each with its place. Stores nothing.',
  who: { ability: 'configure exams' },
  params: examParams,
  query: named,
  body: 'file',
  output: z.strictObject({
    faults: z.array(paperFault),
    title: localText.nullable(),
    form: z.enum(['pdf', 'questions']),
    questions: z.number().int().nullable(),
    pages: z.number().int().nullable(),
    points: z.number().nullable(),
  }),
  refusals: ['TOO_LARGE', 'UNAVAILABLE'],
});

export const uploadPaper = endpoint({
  method: 'POST',
  path: '/api/admin/exams/:examId/papers',
  summary: 'Keeps a faultless paper, encrypted. PAPER_FAULTY lists every fault.',
  who: { ability: 'configure exams' },
  params: examParams,
  query: named,
  body: 'file',
  output: paperCard,
  refusals: ['PAPER_FAULTY', 'TOO_LARGE', 'UNAVAILABLE'],
});

export const putPaperImage = endpoint({
  method: 'PUT',
  path: '/api/admin/exams/:examId/paper-images/:name',
  summary:
    'An image that texts of papers name; replaces the one of this name for papers uploaded afterwards.',
  who: { ability: 'configure exams' },
  params: examParams.extend({ name: imageName }),
  body: 'picture',
  output: z.strictObject({ name: z.string(), width: z.number(), height: z.number() }),
  refusals: ['NOT_AN_IMAGE', 'TOO_LARGE', 'UNAVAILABLE'],
});

export const attachPapers = endpoint({
  method: 'PUT',
  path: '/api/admin/exams/:examId/steps/:stepId/papers',
  summary:
    'The step dispatches this paper; of several equivalent ones each candidate draws one. ALREADY_DONE once a ' +
    'candidate has drawn.',
  who: { ability: 'configure exams' },
  params: examParams.extend({ stepId }),
  body: z.strictObject({ paperIds: z.array(ulid).max(20) }),
  output: done,
  refusals: ['NOT_FOUND', 'ALREADY_DONE', 'PAPER_UNFIT', 'UNAVAILABLE'],
});

export const previewPaper = endpoint({
  method: 'GET',
  path: '/api/exams/:examId/papers/:paperId',
  summary: 'A paper as a candidate will see it, before it is dispatched. The look is recorded.',
  who: { ability: 'preview a paper' },
  params: examParams.extend({ paperId: ulid }),
  output: z.strictObject({ paper: dispatchedPaper, looks: z.number().int() }),
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});

export const previewPaperPdf = endpoint({
  method: 'GET',
  path: '/api/exams/:examId/papers/:paperId/pdf',
  summary: "The PDF with the reader's name across every page. The look is recorded.",
  who: { ability: 'preview a paper' },
  params: examParams.extend({ paperId: ulid }),
  output: 'bytes',
  refusals: ['NOT_FOUND', 'UNAVAILABLE'],
});
