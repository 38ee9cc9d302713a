import { z } from 'zod';
import { localText, stepId } from './text.schema';

/** Name of a question inside its paper: `q1`, `essay-2`. */
export const questionId = stepId;
const choiceId = z.string().regex(/^[A-Za-z0-9]{1,4}$/);

/**
 * A text of a paper: paragraphs parted by empty lines, `$…$` and `$$…$$` for formulas (KaTeX), `![words](name.png)` for
 * an image of `images`. Nothing else has a meaning, and nothing is HTML.
 */
const paperText = localText;

const asked = { id: questionId, text: paperText, points: z.number().min(0).max(1000) };
const choices = z
  .array(z.strictObject({ id: choiceId, text: paperText }))
  .min(2)
  .max(20);

/** A question as a candidate sees it: without its key. */
export const publicQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ ...asked, kind: z.literal('single'), choices }),
  z.strictObject({ ...asked, kind: z.literal('multiple'), choices }),
  /** `{{1}}`, `{{2}}`, … in the text stand where the blanks are. */
  z.strictObject({ ...asked, kind: z.literal('fill'), blanks: z.number().int().min(1).max(20) }),
  /** `words`: what is asked for; shown and counted, never enforced. */
  z.strictObject({
    ...asked,
    kind: z.literal('essay'),
    words: z.strictObject({ from: z.number().int(), to: z.number().int() }).nullable(),
  }),
]);
export type PublicQuestion = z.infer<typeof publicQuestion>;

export const publicSection = z.strictObject({
  title: paperText.nullable(),
  text: paperText.nullable(),
  questions: z.array(publicQuestion).min(1).max(200),
});

/** A paper of questions as a candidate sees it. */
export const publicPaper = z.strictObject({
  title: paperText,
  instructions: paperText.nullable(),
  points: z.number(),
  sections: z.array(publicSection).min(1).max(30),
});
export type PublicPaper = z.infer<typeof publicPaper>;

const run = z.strictObject({
  text: z.string().max(20_000),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  underline: z.literal(true).optional(),
  raised: z.enum(['sub', 'sup']).optional(),
});
/** Rich text as blocks of runs, never as HTML: there is nothing in it to be made harmless. */
export const richBlock = z.strictObject({
  kind: z.enum(['p', 'heading', 'bullet', 'number', 'quote']),
  runs: z.array(run).max(500),
});
export type RichBlock = z.infer<typeof richBlock>;

export const answerValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), choice: choiceId }),
  z.strictObject({ kind: z.literal('multiple'), choices: z.array(choiceId).max(20) }),
  z.strictObject({ kind: z.literal('fill'), blanks: z.array(z.string().max(500)).max(20) }),
  z.strictObject({ kind: z.literal('essay'), blocks: z.array(richBlock).max(1_000) }),
]);
export type AnswerValue = z.infer<typeof answerValue>;

/** One question's answer as it stands. */
export const answer = z.strictObject({
  /** Null: left empty, or emptied again. */
  value: answerValue.nullable(),
  /** Marked to be looked at again. */
  marked: z.boolean(),
  /** When the candidate last changed it, by the server's clock as his page reckons it; epoch ms. */
  at: z.number().int().nonnegative(),
});
export type Answer = z.infer<typeof answer>;

/** All answers by question; a question that was never touched is absent. */
export const answers = z.record(questionId, answer);
export type Answers = z.infer<typeof answers>;
