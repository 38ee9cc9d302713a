import type { AnswerValue, Answers, PublicPaper, PublicQuestion } from '#protocol/paper.schema';

/** A question with its number through the whole paper, from 1. */
export interface Numbered {
  readonly number: number;
  readonly question: PublicQuestion;
}

export interface NumberedSection {
  readonly title: PublicPaper['title'] | null;
  readonly text: PublicPaper['title'] | null;
  readonly questions: readonly Numbered[];
}

export function numberedSections(paper: PublicPaper): readonly NumberedSection[] {
  let before = 0;
  return paper.sections.map(({ title, text, questions }) => {
    const first = before;
    before += questions.length;
    return {
      title,
      text,
      questions: questions.map((question, index) => ({ number: first + index + 1, question })),
    };
  });
}

/** Whether anything was answered; spaces alone are nothing. */
export function isAnswered(value: AnswerValue | null | undefined): boolean {
  if (!value) return false;
  switch (value.kind) {
    case 'single':
      return true;
    case 'multiple':
      return value.choices.length > 0;
    case 'fill':
      return value.blanks.some((blank) => blank.trim() !== '');
    case 'essay':
      return value.blocks.some(({ runs }) => runs.some(({ text }) => text.trim() !== ''));
  }
}

/** Blanks of one question that are still empty; 0 for all other kinds. */
export function emptyBlanks(question: PublicQuestion, value: AnswerValue | null | undefined): number {
  if (question.kind !== 'fill') return 0;
  const filled = value?.kind === 'fill' ? value.blanks.filter((blank) => blank.trim() !== '').length : 0;
  return question.blanks - filled;
}

export interface Progress {
  readonly all: number;
  readonly answered: number;
  readonly empty: readonly Numbered[];
  /** Begun, with blanks left. */
  readonly partly: readonly Numbered[];
  readonly marked: readonly Numbered[];
}

/** What a candidate should know before he hands in. */
export function progressOf(sections: readonly NumberedSection[], answers: Answers): Progress {
  const all = sections.flatMap(({ questions }) => questions);
  const valueOf = ({ question }: Numbered) => answers[question.id]?.value;
  const answered = all.filter((each) => isAnswered(valueOf(each)));
  return {
    all: all.length,
    answered: answered.length,
    empty: all.filter((each) => !isAnswered(valueOf(each))),
    partly: answered.filter((each) => emptyBlanks(each.question, valueOf(each)) > 0),
    marked: all.filter(({ question }) => answers[question.id]?.marked),
  };
}
