import type { StaffView } from '#protocol/views.schema';
import type { Sitting } from '#models/sitting';

type StepView = NonNullable<StaffView['view']['step']>;

/** Since when the step is in its present phase, where its view says so. */
const phaseSince = (step: StepView): number | null => {
  if (step.kind === 'face-check') return step.phase === 'comparing' ? step.since : null;
  if (step.kind === 'waiting') return step.phase === 'invited' ? step.invitedAt : step.enteredAt;
  if (step.kind === 'cameras') return step.pairedAt;
  if (step.kind === 'interview') return step.startedAt;
  if (step.kind === 'proctored')
    return step.phase === 'ready' ? step.enteredAt : (step.began?.at ?? step.enteredAt);
  if (step.kind === 'recording') return step.phase === 'recording' ? step.alignAt : step.enteredAt;
  if (step.kind === 'paper') return 'opensAt' in step ? step.opensAt : step.enteredAt;
  return null;
};

/** Beyond every deadline: a pause holds the paper's back. */
const NO_DEADLINE = Number.MAX_SAFE_INTEGER;

/** What autosaves and readings of a paper are judged by. */
const paperOf = ({ step, stepId, clock }: StaffView['view']) => {
  const none = { paperStep: null, paperOpens: null, paperSince: null, paperUntil: null };
  if (step?.kind !== 'paper') return none;
  const isWritten = step.phase === 'open' || step.phase === 'closing';
  return {
    paperStep: stepId,
    paperOpens: step.phase === 'waiting' ? null : step.opensAt,
    paperSince: isWritten ? (clock?.startedAt ?? step.opensAt) : null,
    paperUntil: isWritten ? (step.savesUntil ?? NO_DEADLINE) : null,
  };
};

/** The columns that consoles read and sort by, all from the view: rebuilding them from it gives the same. */
export const projectionOf = (staffView: StaffView) => {
  const { view, identity, queueKey } = staffView;
  const entered = view.steps.find((step) => step.id === view.stepId)?.at ?? null;
  return {
    revision: view.revision,
    staffView,
    endedAt: view.over?.at ?? null,
    stepKind: view.step?.kind ?? null,
    stepPhase: view.step?.phase ?? null,
    stepSince: view.step && (phaseSince(view.step) ?? entered),
    queueKey,
    roomSeq: view.roomSeq,
    ...paperOf(view),
    identityStatus: identity.status,
  } satisfies Partial<Sitting>;
};
