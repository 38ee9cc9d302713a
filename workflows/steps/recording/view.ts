import type { StepViews } from '#steps/schemas';
import { endsAt, indexIn, lastTakeIn, questionIn, recordedMs, spentOn, type RecordingScene } from './state';

type View = StepViews['recording'];

const questionsOf = ({ step, state }: RecordingScene): View['questions'] =>
  step.questions.map(({ id, prepareSeconds, maxSeconds, retakes }, index) => {
    const { shownAt = null, sealed = null } = state.questions[index] ?? {};
    const isNow = sealed === null && index === indexIn(state);
    return {
      ...{ id, prepareSeconds, maxSeconds, retakes, shownAt, sealed },
      status: sealed ? 'confirmed' : isNow ? 'now' : 'next',
      retakesLeft: Math.max(0, retakes - spentOn(state, id)),
      preparedAt: shownAt === null ? null : shownAt + prepareSeconds * 1_000,
    };
  });

/** What the candidate's pages on both positions show and act on; of the questions there are ids and times only. */
export const view = (scene: RecordingScene): View => {
  const { step, state } = scene;
  const shown = {
    kind: 'recording' as const,
    ...{ positions: [...step.positions], sound: step.sound, broken: step.broken, pause: step.pause },
    enteredAt: state.enteredAt,
    questions: questionsOf(scene),
    takes: [...state.takes],
  };
  if (state.ending) return { ...shown, phase: 'collecting', by: state.ending.by, cause: state.ending.cause };
  const asked = questionIn(scene);
  const common = { ...shown, question: asked.id };
  const take = lastTakeIn(scene);
  if (state.questions[indexIn(state)]?.shownAt == null) return { ...common, phase: 'hidden' };
  if (!take) return { ...common, phase: 'ready' };
  const takeId = take.id;
  if (take.status === 'recording') {
    const span = take.spans.at(-1) ?? { n: 1, beganAt: take.beganAt };
    const ends = endsAt(take, asked);
    return { ...common, phase: 'recording', takeId, span: span.n, alignAt: span.beganAt, endsAt: ends };
  }
  if (take.status === 'broken') {
    const left = Math.max(0, asked.maxSeconds * 1_000 - recordedMs(take));
    return { ...common, phase: 'broken', takeId, leftMs: step.broken === 'redo' ? 0 : left };
  }
  return { ...common, phase: 'complete', takeId, freeRedo: take.gaps.length > 0 };
};
