import { z } from 'zod';
import type { PaperFault } from '#contract/papers';
import type { LocalText } from '#protocol/text.schema';
import { wordsOf } from '../flows/issue-words';
import type { Path } from '../flows/yaml-source';
import { faultsOfQuestions, faultsOfText, type PlacedQuestion } from './paper-rules';
import { writtenPaper, writtenQuestion, type WrittenPaper } from './paper-source';

/** A paper as it was written, whatever the file: its plain value, and where each part of it stands. */
export interface QuestionSource {
  readonly value: unknown;
  readonly faultAt: (path: Path, message: LocalText) => PaperFault;
}
export interface QuestionReading {
  readonly paper: WrittenPaper | null;
  readonly faults: readonly PaperFault[];
}

/** Everything around the questions, so that a faulty question hides nothing else. */
const frame = writtenPaper.extend({
  sections: z
    .array(z.looseObject({ questions: z.array(z.unknown()).min(1).max(200) }))
    .min(1)
    .max(30),
});
const sectionFrame = z.strictObject({
  title: writtenPaper.shape.title.optional(),
  text: writtenPaper.shape.title.optional(),
  questions: z.unknown(),
});

/** The paper, or every fault at once with its place. */
export function readQuestions(source: QuestionSource, images: ReadonlySet<string> | null): QuestionReading {
  const faults: PaperFault[] = faultsOf(frame, source, []);
  const placed: PlacedQuestion[] = [];
  let index = 0;
  for (const [at, section] of listAt(source.value, ['sections']).entries()) {
    faults.push(...faultsOf(sectionFrame, source, ['sections', at]));
    for (const [number, item] of listAt(section, ['questions']).entries()) {
      const path = ['sections', at, 'questions', number];
      const parsed = writtenQuestion.safeParse(item);
      if (parsed.success) placed.push({ path, question: parsed.data, index });
      else faults.push(...faultsOf(writtenQuestion, source, path));
      index += 1;
    }
  }
  const paper = writtenPaper.safeParse(source.value).data ?? null;
  const found = [...faultsOfQuestions(placed, { images }), ...(paper ? faultsAround(paper, images) : [])];
  faults.push(...found.map(({ path, message }) => source.faultAt(path, message)));
  return faults.length === 0 ? { paper, faults } : { paper: null, faults: faults.toSorted(byPlace) };
}

const faultsAround = ({ instructions, sections }: WrittenPaper, images: ReadonlySet<string> | null) => [
  ...(instructions ? faultsOfText(['instructions'], instructions, { images }) : []),
  ...sections.flatMap(({ text }, at) =>
    text ? faultsOfText(['sections', at, 'text'], text, { images }) : [],
  ),
];

function faultsOf(schema: z.ZodType, source: QuestionSource, at: Path): PaperFault[] {
  const parsed = schema.safeParse(valueAt(source.value, at));
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => {
    const path = [...at, ...issue.path] as Path;
    const shown = issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path;
    return source.faultAt(shown, sentence(issue, valueAt(source.value, path)));
  });
}

function sentence(issue: z.core.$ZodIssue, value: unknown): LocalText {
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'kind') return noKind;
  if (issue.code === 'custom' && issue.message === '2') return fewChoices;
  // A text that was written empty is as good as none.
  return wordsOf(issue, value === '' ? undefined : value);
}
const noKind: LocalText = {
  zh: '题型只能是 single（单选）、multiple（多选）、fill（填空）、essay（论述）。',
  en: 'The kind is one of single, multiple, fill, essay.',
};
const fewChoices: LocalText = { zh: '至少要有两个选项。', en: 'There are at least two choices.' };

const listAt = (value: unknown, path: Path): readonly unknown[] => {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found.slice(0, 200) : [];
};

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );

const byPlace = (one: PaperFault, other: PaperFault): number =>
  (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
