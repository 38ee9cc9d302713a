import { assertNever } from '#protocol/assert-never';
import { STAMP_GRACE_MS, event, type Moment, type Outcome, type StepBehaviour } from '#protocol/machine';
import { refuse, type Refusal } from '#protocol/refusals';
import { untimed } from '#protocol/untimed';
import type { StepCommands, StepMachines } from '#steps/schemas';
import { drawChallenges, drawNonce } from './draw';
import { counted, type Challenged, type Comparing, type FaceCheckState } from './state';
import { fault, fail, handOver, judge } from './verdict';

type Machine = StepMachines['face-check'];
type Answer = Outcome<FaceCheckState> | Refusal;
type Submit = Extract<StepCommands['face-check'], { name: 'face-check.submit' }>;

/** How long a candidate waits for the comparison before he may go on without it. */
const PATIENCE_MS = 60_000;

const stillComparing = ({ since }: Comparing): Refusal =>
  refuse('STILL_COMPARING', { since, until: since + PATIENCE_MS });

/** A reload in the middle of a challenge gets the same one, so that nobody draws until he likes it. */
const begin = (step: Machine, state: FaceCheckState, { at, random }: Moment): Answer => {
  if (state.phase === 'comparing') return stillComparing(state);
  if (state.phase === 'challenge' && at <= state.deadlineAt) return { state, events: [] };
  if (state.used >= step.attempts) return refuse('NO_ATTEMPTS_LEFT');
  const challenges = drawChallenges(step.challenges, random);
  const deadlineAt = at + step.secondsPerChallenge * (challenges.length + 1) * 1_000;
  return {
    state: { ...counted(state), phase: 'challenge', nonce: drawNonce(random), challenges, deadlineAt },
    events: [event('face-check.begun', { attempt: state.used + 1, challenges })],
  };
};

const submit = (state: FaceCheckState, { nonce, frames }: Submit, { at }: Moment): Answer => {
  if (state.phase === 'comparing') return stillComparing(state);
  if (state.phase !== 'challenge') return refuse('NOT_NOW');
  const mine = nonce === state.nonce && at <= state.deadlineAt;
  return mine ? compare(state, frames, at) : refuse('CHALLENGE_EXPIRED');
};

const compare = (state: Challenged, frames: Submit['frames'], at: number): Answer => {
  const { nonce, challenges } = state;
  const stills = [...new Set([...state.stills, ...frames.flatMap(({ keys }) => keys)])];
  return {
    state: { used: state.used, stills, phase: 'comparing', nonce, since: at },
    events: [event('face-check.submitted', { attempt: state.used + 1, pictures: stills.length })],
    effects: [{ kind: 'compare-face', nonce, asked: challenges, frames }],
  };
};

/** At any time before pictures are being compared. */
const byCard = (step: Machine, state: FaceCheckState): Answer =>
  state.phase === 'comparing'
    ? stillComparing(state)
    : handOver(step, state, 'by-card', [event('face-check.by-card')]);

/** Offered from the first failure, and when our comparing takes too long: never a dead end. */
const goOn = (step: Machine, state: FaceCheckState, { at }: Moment): Answer => {
  if (state.phase === 'comparing' && at < state.since + PATIENCE_MS) return stillComparing(state);
  if (state.phase !== 'failed' && state.phase !== 'comparing') return refuse('NOT_NOW');
  const reason = state.phase === 'failed' ? state.reason : 'fault';
  return handOver(step, state, reason, [event('face-check.gone-on', { reason })]);
};

/** 2.1.5: live challenges in the server's order; never a lock-out, a person looks where the models cannot tell. */
export const faceCheck: StepBehaviour<'face-check', FaceCheckState> = {
  ...untimed,
  enter: () => ({ state: { phase: 'notice', used: 0, stills: [] }, events: [] }),
  accept({ step, state }, command, moment) {
    switch (command.name) {
      case 'face-check.begin':
        return begin(step, state, moment);
      case 'face-check.submit':
        return submit(state, command, moment);
      case 'face-check.by-card':
        return byCard(step, state);
      case 'face-check.go-on':
        return goOn(step, state, moment);
      default:
        return assertNever(command);
    }
  },
  onResult({ step, state }, result) {
    if (result.kind !== 'face-fault' && result.kind !== 'face-verdict') return refuse('NOT_NOW');
    if (state.phase !== 'comparing' || state.nonce !== result.nonce) return refuse('NOT_NOW');
    return result.kind === 'face-fault' ? fault(state, result.code) : judge(step, state, result.verdict);
  },
  deadline: ({ state }) => (state.phase === 'challenge' ? state.deadlineAt + STAMP_GRACE_MS : null),
  onDeadline: ({ step, state }) => fail(step, state, 'timed-out', { free: true }),
  view({ step, state }) {
    const attempts = { attempts: step.attempts, attemptsLeft: Math.max(0, step.attempts - state.used) };
    const { used: _used, stills: _stills, ...shown } = state;
    if (shown.phase === 'challenge') {
      return { kind: 'face-check', ...attempts, ...shown, challenges: [...shown.challenges] };
    }
    if (shown.phase === 'comparing') {
      return { kind: 'face-check', ...attempts, phase: 'comparing', since: shown.since };
    }
    return { kind: 'face-check', ...attempts, ...shown };
  },
};
