import type { StepMachines } from '#steps/schemas';
import { event, type Invitation, type Moment, type Outcome } from '#protocol/machine';
import { refuse, type Refusal } from '#protocol/refusals';
import { backInQueue, type WaitingState } from './state';

const obstacle = (state: WaitingState, { called }: Invitation, at: number): Refusal | null => {
  if (state.phase === 'invited') return refuse('ALREADY_DONE', { by: state.by, at: state.invitedAt });
  if (called) return null;
  if (state.phase === 'must-be-called') return refuse('MUST_BE_CALLED', { missed: state.missed });
  const away = state.phase === 'away' && at < state.until;
  return away ? refuse('CANDIDATE_AWAY', { until: state.until }) : null;
};

/** One that reaches the candidate only after it ran out is no invitation: it is not counted as missed. */
export const invite = (
  step: StepMachines['waiting'],
  state: WaitingState,
  invitation: Invitation,
  { at, seenAt, by }: Moment,
): Outcome<WaitingState> | Refusal => {
  const expiresAt = at + step.invitationSeconds * 1_000;
  if (seenAt >= expiresAt) return refuse('TOO_LATE', { closedAt: expiresAt });
  const held = obstacle(state, invitation, at);
  if (held) return held;
  const { seq, called, reason } = invitation;
  const times = { invitedAt: at, expiresAt, remindAt: at + step.remindAfterSeconds * 1_000 };
  return {
    state: { ...backInQueue(state), phase: 'invited', seq, by, ...times, moreTimeGiven: false },
    events: [event('waiting.invited', { seq, called, reason, expiresAt })],
  };
};
