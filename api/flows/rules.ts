import type { LocalText } from '#protocol/text.schema';
import type { StepConfig, StepKind } from '#steps/schemas';
import { recordingFaults } from './recording-rules';
import type { Path } from './yaml-source';

/** A step that is well formed by itself, with its place in the file. */
export interface PlacedStep {
  readonly at: number;
  readonly step: StepConfig;
}
export interface Found {
  readonly path: Path;
  readonly message: LocalText;
}
type Rule = (steps: readonly PlacedStep[], context: RuleContext) => readonly Found[];
export interface RuleContext {
  /** Kind of every step as written, well formed or not: a misspelt waiting area is still one. */
  readonly kinds: readonly unknown[];
  /** PDF files beside the flows that a question may name; null where that is not known. */
  readonly pdfs: ReadonlySet<string> | null;
}

type OfKind<K extends StepKind> = { readonly at: number; readonly step: Extract<StepConfig, { kind: K }> };
const ofKind = <K extends StepKind>(steps: readonly PlacedStep[], kind: K): OfKind<K>[] =>
  steps.filter((placed): placed is PlacedStep & OfKind<K> => placed.step.kind === kind);

const doubled = (named: readonly { id: string; path: Path }[], message: (id: string) => LocalText): Found[] =>
  named
    .filter(({ id }, index) => named.findIndex((other) => other.id === id) < index)
    .map(({ id, path }) => ({ path, message: message(id) }));

const stepNames: Rule = (steps) =>
  doubled(
    steps.map(({ at, step }) => ({ id: step.id, path: ['steps', at, 'id'] })),
    (id) => ({ zh: `步骤名 ${id} 用了两次。`, en: `The step name ${id} is used twice.` }),
  );

const questionNames: Rule = (steps) =>
  doubled(
    ofKind(steps, 'interview').flatMap(({ at, step }) =>
      step.questions.map(({ id }, index) => ({ id, path: ['steps', at, 'questions', index, 'id'] })),
    ),
    (id) => ({ zh: `题目名 ${id} 用了两次。`, en: `The question name ${id} is used twice.` }),
  );

const criterionNames: Rule = (steps) =>
  doubled(
    ofKind(steps, 'interview').flatMap(({ at, step }) =>
      step.criteria.map(({ id }, index) => ({ id, path: ['steps', at, 'criteria', index, 'id'] })),
    ),
    (id) => ({ zh: `评分项名 ${id} 用了两次。`, en: `The criterion name ${id} is used twice.` }),
  );

const reminder: Rule = (steps) =>
  ofKind(steps, 'waiting')
    .filter(({ step }) => step.remindAfterSeconds >= step.invitationSeconds)
    .map(({ at, step }) => ({
      path: ['steps', at, 'remindAfterSeconds'],
      message: {
        zh: `提醒（${step.remindAfterSeconds} 秒）要早于邀请到期（${step.invitationSeconds} 秒）。`,
        en: `The reminder (${step.remindAfterSeconds} s) must come before the invitation ends (${step.invitationSeconds} s).`,
      },
    }));

const closing: Rule = (steps) =>
  ofKind(steps, 'interview')
    .filter(({ step }) => step.closingSeconds > step.minutes * 60)
    .map(({ at }) => ({
      path: ['steps', at, 'closingSeconds'],
      message: {
        zh: 'closingSeconds 比整场面试还长。',
        en: 'closingSeconds is longer than the interview itself.',
      },
    }));

const interviewNeedsWaiting: Rule = (steps, { kinds }) =>
  ofKind(steps, 'interview')
    .filter(({ at }) => !kinds.slice(0, at).includes('waiting'))
    .map(({ at }) => ({
      path: ['steps', at, 'kind'],
      message: {
        zh: '面试之前要有候考区（kind: waiting），否则没有人能邀请考生。',
        en: 'An interview needs a waiting area (kind: waiting) before it, or nobody can invite the candidate.',
      },
    }));

const waitingNeedsInterview: Rule = (steps, { kinds }) =>
  ofKind(steps, 'waiting')
    .filter(({ at }) => !kinds.slice(at).includes('interview'))
    .map(({ at }) => ({
      path: ['steps', at, 'kind'],
      message: {
        zh: '候考区之后要有面试（kind: interview），否则考生会一直等下去。',
        en: 'A waiting area needs an interview (kind: interview) after it, or the candidate waits for ever.',
      },
    }));

const identityDecider: Rule = (steps, { kinds }) =>
  ofKind(steps, 'face-check')
    .filter(({ step }) => step.decidedBy === 'waiting-officer' && !kinds.includes('waiting'))
    .map(({ at }) => ({
      path: ['steps', at, 'decidedBy'],
      message: {
        zh: '没有候考区，候考官见不到考生，身份核验无人决定。请改为 review-desk 或 invigilator，或加上候考区。',
        en: 'Without a waiting area no waiting officer meets the candidate, so nobody can decide an identity case. Name review-desk or invigilator, or add a waiting area.',
      },
    }));

const questionContent: Rule = (steps, { pdfs }) =>
  ofKind(steps, 'interview').flatMap(({ at, step }) =>
    step.questions.flatMap(({ text, pdf }, index): Found[] => {
      const path: Path = ['steps', at, 'questions', index];
      if (!text && !pdf) return [{ path, message: emptyQuestion }];
      if (pdf && pdfs && !pdfs.has(pdf)) return [{ path: [...path, 'pdf'], message: noSuchPdf(pdf) }];
      return [];
    }),
  );
const emptyQuestion: LocalText = {
  zh: '题目没有内容：请写 text 或 pdf。',
  en: 'This question has no content: write text or pdf.',
};
const noSuchPdf = (pdf: string): LocalText => ({
  zh: `流程文件夹里没有 ${pdf}。`,
  en: `There is no ${pdf} in the folder of the flows.`,
});

/** Where position 2 photographs, it must have been joined before. */
const paperCameras: Rule = (steps, { kinds }) =>
  ofKind(steps, 'paper')
    .filter(({ step }) => step.mode === 'photographed' && step.position === 2)
    .filter(({ at }) => !kinds.slice(0, at).includes('cameras'))
    .map(({ at }) => ({
      path: ['steps', at, 'position'],
      message: {
        zh: '第二机位拍答卷之前，要先有连接第二摄像头的步骤（kind: cameras）；或改为 position: 1。',
        en: 'Position 2 photographs the sheets, so it has to be joined before (kind: cameras); or write position: 1.',
      },
    }));

/** Whoever photographs needs a moment a sheet. */
const paperTimes: Rule = (steps) =>
  ofKind(steps, 'paper').flatMap(({ at, step }): Found[] => {
    if (step.mode !== 'photographed' || step.photographMinutes * 2 >= step.mostSheets) return [];
    const message = {
      zh: `${step.mostSheets} 张答卷只有 ${step.photographMinutes} 分钟拍照，太短了，每张至少半分钟。`,
      en: `${step.photographMinutes} minutes are too short for ${step.mostSheets} sheets: half a minute each at least.`,
    };
    return [{ path: ['steps', at, 'photographMinutes'], message }];
  });

/** What a flow as a whole must fulfil, beyond the form of each step. */
export const rules: readonly Rule[] = [
  stepNames,
  questionNames,
  criterionNames,
  reminder,
  closing,
  interviewNeedsWaiting,
  waitingNeedsInterview,
  identityDecider,
  questionContent,
  paperCameras,
  paperTimes,
  (steps, { kinds }) => recordingFaults(steps, kinds),
];
