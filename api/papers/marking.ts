import type { z } from 'zod';
import type { mark } from '#contract/answers';
import type { AnswerValue, Answers } from '#protocol/paper.schema';
import type { PaperKey, QuestionKey } from './paper-source';

type Mark = z.infer<typeof mark>;
type Of<K extends AnswerValue['kind']> = Extract<AnswerValue, { kind: K }>;

/** Spaces and full-width forms are how somebody types, not what he says. */
const plain = (text: string, ignoreCase: boolean): string => {
  const said = text.normalize('NFKC').trim().replace(/\s+/g, ' ');
  return ignoreCase ? said.toLowerCase() : said;
};

const single = (key: Extract<QuestionKey, { kind: 'single' }>, value: Of<'single'>): number =>
  value.choice === key.right ? key.points : 0;

/** All right ones and no wrong one; some of them and no wrong one count half where the paper says so. */
const multiple = (key: Extract<QuestionKey, { kind: 'multiple' }>, value: Of<'multiple'>): number => {
  const chosen = [...new Set(value.choices)];
  if (chosen.length === 0 || chosen.some((each) => !key.right.includes(each))) return 0;
  if (chosen.length === new Set(key.right).size) return key.points;
  return key.partial === 'half' ? key.points / 2 : 0;
};

/** Every blank has the same part of the points. */
const fill = (key: Extract<QuestionKey, { kind: 'fill' }>, value: Of<'fill'>): number => {
  const right = key.blanks.filter(({ accept, ignoreCase }, index) => {
    const given = plain(value.blanks[index] ?? '', ignoreCase);
    return accept.some((each) => plain(each, ignoreCase) === given);
  });
  return Math.round((key.points * right.length * 100) / key.blanks.length) / 100;
};

const pointsFor = (key: QuestionKey, value: AnswerValue | null): number => {
  if (key.kind === 'single' && value?.kind === 'single') return single(key, value);
  if (key.kind === 'multiple' && value?.kind === 'multiple') return multiple(key, value);
  return key.kind === 'fill' && value?.kind === 'fill' ? fill(key, value) : 0;
};

const wordsOf = (key: QuestionKey): string => {
  if (key.kind === 'single') return key.right;
  if (key.kind === 'multiple') return key.right.join(' ');
  return key.kind === 'fill' ? key.blanks.map(({ accept }) => accept.join(' | ')).join('; ') : '';
};

/** Objective questions against their key; an essay is for people. */
export const marksOf = (keys: PaperKey, answers: Answers): Mark[] =>
  Object.entries(keys)
    .filter(([, key]) => key.kind !== 'essay')
    .map(([question, key]) => ({
      question,
      points: pointsFor(key, answers[question]?.value ?? null),
      of: key.points,
      key: wordsOf(key),
    }));
