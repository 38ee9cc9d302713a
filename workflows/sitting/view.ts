import type { SittingInput } from '../messages';
import { clockView } from '../protocol/clock';
import type { CandidateView, StaffView } from '../protocol/views.schema';
import { behaviourIn, sceneOf, type SittingState } from './state';

const identityFor: Record<StaffView['identity']['status'], CandidateView['identity']> = {
  'not-yet': 'not-yet',
  passed: 'passed',
  open: 'person-will-look',
  same: 'decided',
  different: 'decided',
  unsure: 'decided',
};

/** What the candidate's own pages show, as of `now`. */
export const candidateView = (input: SittingInput, state: SittingState, now: number): CandidateView => {
  const scene = sceneOf(input, state);
  const behaviour = behaviourIn(input, state);
  const face = state.over ? null : behaviour.clock(scene);
  return {
    sittingId: input.sittingId,
    revision: state.revision,
    at: now,
    phase: state.over ? 'over' : 'going-on',
    steps: input.flow.steps.map(({ id, kind }, index) => ({
      id,
      kind,
      status: state.progress[index]?.status ?? 'next',
      at: state.progress[index]?.at ?? null,
    })),
    stepId: state.over ? null : scene.step.id,
    step: state.over ? null : behaviour.view(scene),
    clock: face && clockView(face, state.ledger, now),
    positions: state.positions,
    identity: identityFor[state.identity.status],
    over: state.over,
    roomSeq: state.roomSeq,
    ...(state.video && { video: state.video }),
  };
};

/** Fewer deferrals first, then who came first; figures padded so that text order is the order. */
const queueKey = ({ step }: CandidateView): string | null =>
  step?.kind === 'waiting'
    ? `${String(step.deferrals).padStart(3, '0')}.${String(step.enteredAt).padStart(15, '0')}`
    : null;

/** What consoles read beside it. */
export const staffView = (input: SittingInput, state: SittingState, now: number): StaffView => {
  const view = candidateView(input, state, now);
  return { view, identity: state.identity, waived: [...state.waived], queueKey: queueKey(view) };
};
