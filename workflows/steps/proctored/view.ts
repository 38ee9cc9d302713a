import type { StepViews } from '#steps/schemas';
import type { FactTotal } from './schema';
import { beginsAt, deadlineIn, lookBackUntil, type ProctoredScene, type ProctoredState } from './state';

/** In the order in which they last happened, what lasts at the end. */
const factsOf = ({ open, totals }: ProctoredState): FactTotal[] => {
  const over = totals.map((each) => ({ ...each, openSince: null }));
  const lasting = open.map(({ fact, from }) => {
    const before = totals.find((each) => each.fact === fact);
    return { fact, count: (before?.count ?? 0) + 1, ms: before?.ms ?? 0, lastAt: from, openSince: from };
  });
  const isOver = ({ fact }: FactTotal): boolean => lasting.every((each) => each.fact !== fact);
  return [...over.filter(isOver), ...lasting];
};

/** What the candidate's page shows; where the exam runs is not in it. */
export const view = (scene: ProctoredScene): StepViews['proctored'] => {
  const { step, state } = scene;
  const shown = {
    kind: 'proctored' as const,
    client: step.client,
    screen: step.screen,
    fullScreen: step.fullScreen,
    stillSeconds: step.stillSeconds,
    enteredAt: state.enteredAt,
    facts: factsOf(state),
    scan: state.scan,
  };
  const { began, ended } = state;
  if (ended) return { ...shown, phase: 'looking-back', began, ended, until: lookBackUntil(scene) };
  if (!began) return { ...shown, phase: 'ready', beginsAt: beginsAt(scene) };
  const deadline = deadlineIn(scene);
  const isClosing = deadline !== null && state.toldAt === deadline;
  return { ...shown, phase: isClosing ? 'closing' : 'running', began };
};
