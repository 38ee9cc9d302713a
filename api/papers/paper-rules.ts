import type { LocalText } from '#protocol/text.schema';
import type { Path } from '../flows/yaml-source';
import { nameOfQuestion, type WrittenQuestion } from './paper-source';

export interface PlacedQuestion {
  readonly path: Path;
  readonly question: WrittenQuestion;
  /** Its place among all, well formed or not. */
  readonly index: number;
}
export interface Found {
  readonly path: Path;
  readonly message: LocalText;
}
interface Context {
  /** Images of the exam by name; null where that is not known. */
  readonly images: ReadonlySet<string> | null;
}

const IMAGE = /!\[[^\]]*\]\(([^)\s]+)\)/g;

export const imagesIn = (text: LocalText): string[] =>
  [text.zh, text.en].flatMap((said) => [...said.matchAll(IMAGE)].map(([, name]) => name ?? ''));

/** Formulas are opened and closed: an odd dollar sign turns the rest of the text into one. */
const hasOddDollar = (said: string): boolean =>
  (said.replaceAll('\\$', '').match(/\$/g) ?? []).length % 2 > 0;

export function faultsOfText(path: Path, text: LocalText, { images }: Context): Found[] {
  const odd = hasOddDollar(text.zh) || hasOddDollar(text.en);
  const lost = images ? [...new Set(imagesIn(text))].filter((name) => !images.has(name)) : [];
  return [
    ...(odd ? [{ path, message: oddDollar }] : []),
    ...lost.map((name) => ({ path, message: noImage(name) })),
  ];
}

function textsOf({ path, question }: PlacedQuestion): { path: Path; text: LocalText }[] {
  const own = [{ path: [...path, 'text'], text: question.text }];
  if (question.kind !== 'single' && question.kind !== 'multiple') return own;
  const listed = Object.entries(question.choices);
  return [...own, ...listed.map(([id, text]) => ({ path: [...path, 'choices', id], text }))];
}

function keyFaults({ path, question }: PlacedQuestion): Found[] {
  if (question.kind === 'essay') {
    const { words } = question;
    return words && words.from > words.to ? [{ path: [...path, 'words'], message: wordsTurned }] : [];
  }
  if (question.kind === 'fill') return blankFaults(path, question);
  const keys = question.kind === 'single' ? [question.key] : question.key;
  const doubled = keys.find((key, index) => keys.indexOf(key) < index);
  return [
    ...keys
      .filter((key) => !Object.hasOwn(question.choices, key))
      .map((key) => ({ path: [...path, 'key'], message: noChoice(key) })),
    ...(doubled ? [{ path: [...path, 'key'], message: keyTwice(doubled) }] : []),
  ];
}

/** `{{1}}` to `{{n}}`, each once, in both languages. */
function blankFaults(path: Path, { text, blanks }: Extract<WrittenQuestion, { kind: 'fill' }>): Found[] {
  const wanted = blanks.map((_, index) => String(index + 1)).join();
  const fits = (said: string) =>
    [...said.matchAll(/\{\{(\d+)\}\}/g)]
      .map(([, number]) => number ?? '')
      .toSorted((one, other) => Number(one) - Number(other))
      .join() === wanted;
  return fits(text.zh) && fits(text.en)
    ? []
    : [{ path: [...path, 'text'], message: blanksDiffer(blanks.length) }];
}

/** What a paper must fulfil beyond the form of each question. */
export function faultsOfQuestions(placed: readonly PlacedQuestion[], context: Context): Found[] {
  const names = placed.map(({ question, index }) => nameOfQuestion(question, index));
  const twice = placed
    .filter((_, at) => names.indexOf(names[at] ?? '') < at)
    .map(({ path, question, index }) => ({
      path: [...path, 'id'],
      message: nameTwice(nameOfQuestion(question, index)),
    }));
  const texts = placed.flatMap((each) =>
    textsOf(each).flatMap(({ path, text }) => faultsOfText(path, text, context)),
  );
  return [...twice, ...placed.flatMap(keyFaults), ...texts];
}

const oddDollar: LocalText = {
  zh: '公式的 $ 不成对。要写美元符号，请写 \\$。',
  en: 'A formula is opened with $ but not closed. For a dollar sign write \\$.',
};
const noImage = (name: string): LocalText => ({
  zh: `没有名为 ${name} 的图片，请先上传。`,
  en: `There is no image named ${name}; upload it first.`,
});
const wordsTurned: LocalText = {
  zh: '字数下限大于上限。',
  en: 'The least number of words is above the most.',
};
const noChoice = (key: string): LocalText => ({
  zh: `答案 ${key} 不在选项里。`,
  en: `The key ${key} is none of the choices.`,
});
const keyTwice = (key: string): LocalText => ({
  zh: `答案 ${key} 写了两次。`,
  en: `The key names ${key} twice.`,
});
const blanksDiffer = (count: number): LocalText => ({
  zh: `题干里要有 {{1}} 到 {{${count}}}，每个一次，与答案的空数一致。`,
  en: `The text needs {{1}} to {{${count}}}, each once, as many as there are answers.`,
});
const nameTwice = (name: string): LocalText => ({
  zh: `题目编号 ${name} 用了两次。`,
  en: `The question name ${name} is used twice.`,
});
