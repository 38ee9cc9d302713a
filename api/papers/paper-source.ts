import { z } from 'zod';
import { localText, stepId } from '#protocol/text.schema';
import type { PublicPaper, PublicQuestion } from '#protocol/paper.schema';

/** One text stands for both languages; an empty one is none. */
const bothLanguages = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  return value.trim() === '' ? undefined : { zh: value, en: value };
};

/** A text in both languages, or one text that stands for both. */
const text = z.preprocess(bothLanguages, localText);
const choiceId = z.string().regex(/^[A-Za-z0-9]{1,4}$/);
const choices = z.record(choiceId, text).refine((given) => Object.keys(given).length >= 2, '2');
const words = z.strictObject({ from: z.number().int().min(0), to: z.number().int().min(1) });
const asked = { id: stepId.optional(), text, points: z.number().min(0).max(1000).default(1) };

/** How a multiple choice counts that names some of the right ones and no wrong one. */
const partial = z.enum(['none', 'half']).default('none');

export const writtenQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ ...asked, kind: z.literal('single'), choices, key: choiceId }),
  z.strictObject({ ...asked, kind: z.literal('multiple'), choices, key: z.array(choiceId).min(1), partial }),
  z.strictObject({
    ...asked,
    kind: z.literal('fill'),
    blanks: z
      .array(
        z.strictObject({
          accept: z.array(z.string().min(1).max(500)).min(1).max(30),
          ignoreCase: z.boolean().default(true),
        }),
      )
      .min(1)
      .max(20),
  }),
  z.strictObject({
    ...asked,
    kind: z.literal('essay'),
    words: words.optional(),
    /** For those who score: never shown to a candidate. */
    rubric: text.optional(),
  }),
]);
export type WrittenQuestion = z.infer<typeof writtenQuestion>;

export const writtenSection = z.strictObject({
  title: text.optional(),
  text: text.optional(),
  questions: z.array(writtenQuestion).min(1).max(200),
});
/** A paper as somebody writes it, keys and all (docs/papers.md). */
export const writtenPaper = z.strictObject({
  title: text,
  instructions: text.optional(),
  sections: z.array(writtenSection).min(1).max(30),
});
export type WrittenPaper = z.infer<typeof writtenPaper>;

/** What a question is marked by: another type than what is shown of it, and stored apart. */
export const questionKey = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), points: z.number(), right: choiceId }),
  z.strictObject({
    kind: z.literal('multiple'),
    points: z.number(),
    right: z.array(choiceId),
    partial: z.enum(['none', 'half']),
  }),
  z.strictObject({
    kind: z.literal('fill'),
    points: z.number(),
    blanks: z.array(z.strictObject({ accept: z.array(z.string()), ignoreCase: z.boolean() })),
  }),
  z.strictObject({ kind: z.literal('essay'), points: z.number(), rubric: localText.nullable() }),
]);
export type QuestionKey = z.infer<typeof questionKey>;
/** Keys by question. */
export const paperKey = z.record(z.string(), questionKey);
export type PaperKey = z.infer<typeof paperKey>;

/** `q7`: the seventh question of the paper, where it has no name of its own. */
export const nameOfQuestion = (question: { readonly id?: string | undefined }, index: number): string =>
  question.id ?? `q${index + 1}`;

const shownQuestion = (question: WrittenQuestion, id: string): PublicQuestion => {
  const common = { id, text: question.text, points: question.points };
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const listed = Object.entries(question.choices).map(([name, said]) => ({ id: name, text: said }));
      return { ...common, kind: question.kind, choices: listed };
    }
    case 'fill':
      return { ...common, kind: 'fill', blanks: question.blanks.length };
    case 'essay':
      return { ...common, kind: 'essay', words: question.words ?? null };
  }
};

const keyOf = (question: WrittenQuestion): QuestionKey => {
  const { points } = question;
  switch (question.kind) {
    case 'single':
      return { kind: 'single', points, right: question.key };
    case 'multiple':
      return { kind: 'multiple', points, right: question.key, partial: question.partial };
    case 'fill':
      return { kind: 'fill', points, blanks: question.blanks };
    case 'essay':
      return { kind: 'essay', points, rubric: question.rubric ?? null };
  }
};

/** Parts a written paper into what is shown and what is kept. */
export function partPaper(written: WrittenPaper): { shown: PublicPaper; key: PaperKey } {
  const named = written.sections.flatMap(({ questions }) => questions);
  const ids = new Map(named.map((question, index) => [question, nameOfQuestion(question, index)]));
  const idOf = (question: WrittenQuestion) => ids.get(question) ?? '';
  return {
    shown: {
      title: written.title,
      instructions: written.instructions ?? null,
      points: named.reduce((sum, { points }) => sum + points, 0),
      sections: written.sections.map(({ title, text: said, questions }) => ({
        title: title ?? null,
        text: said ?? null,
        questions: questions.map((question) => shownQuestion(question, idOf(question))),
      })),
    },
    key: Object.fromEntries(named.map((question) => [idOf(question), keyOf(question)])),
  };
}
