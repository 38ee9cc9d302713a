import type { Answer, AnswerValue, PublicPaper } from '#protocol/paper.schema';
import { isAnswered, numberedSections, progressOf } from './numbered';

const text = (zh: string) => ({ zh, en: zh });
const paper: PublicPaper = {
  title: text('卷'),
  instructions: null,
  points: 10,
  sections: [
    {
      title: text('一'),
      text: null,
      questions: [
        { id: 'a', kind: 'single', text: text('甲'), points: 2, choices: [] },
        { id: 'b', kind: 'fill', text: text('乙 {{1}} {{2}}'), points: 2, blanks: 2 },
      ],
    },
    {
      title: null,
      text: null,
      questions: [{ id: 'c', kind: 'essay', text: text('丙'), points: 6, words: null }],
    },
  ],
};
const answer = (value: AnswerValue | null, marked = false): Answer => ({ value, marked, at: 1 });

describe('questions of a paper', () => {
  it('are numbered through all sections', () => {
    const numbers = numberedSections(paper).map(({ questions }) => questions.map(({ number }) => number));
    expect(numbers).toEqual([[1, 2], [3]]);
  });

  it('are answered by words, not by spaces', () => {
    const essay = (words: string): AnswerValue => ({
      kind: 'essay',
      blocks: [{ kind: 'p', runs: [{ text: words }] }],
    });
    expect(isAnswered(essay('一'))).toBe(true);
    expect(isAnswered(essay('  '))).toBe(false);
    expect(isAnswered({ kind: 'multiple', choices: [] })).toBe(false);
    expect(isAnswered(null)).toBe(false);
  });

  it('are summed up before handing in: empty, partly filled, marked', () => {
    const progress = progressOf(numberedSections(paper), {
      b: answer({ kind: 'fill', blanks: ['x', ' '] }),
      c: answer(null, true),
    });
    expect(progress).toMatchObject({ all: 3, answered: 1 });
    expect(progress.empty.map(({ number }) => number)).toEqual([1, 3]);
    expect(progress.partly.map(({ number }) => number)).toEqual([2]);
    expect(progress.marked.map(({ number }) => number)).toEqual([3]);
  });
});
