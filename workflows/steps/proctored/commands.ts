import type { StepCommands } from '#steps/schemas';
import { assertNever } from '#protocol/assert-never';
import { event, type Moment, type Outcome } from '#protocol/machine';
import { refuse, type Refusal } from '#protocol/refusals';
import { tell } from './facts';
import { begin, deadlineIn, end, faceIn, type ProctoredScene, type ProctoredState } from './state';

type Command = StepCommands['proctored'];
type Answer = Outcome<ProctoredState> | Refusal;

export const obey = (scene: ProctoredScene, command: Command, moment: Moment): Answer => {
  switch (command.name) {
    case 'proctored.begin':
      return start(scene, command, moment);
    case 'proctored.facts':
      return tell(scene, command.facts, moment);
    case 'proctored.room-shown':
      return roomShown(scene.state, moment);
    case 'proctored.end':
      return endEarly(scene, moment);
    case 'proctored.finish':
      return finish(scene.state, moment);
    default:
      return assertNever(command);
  }
};

type Begin = Extract<Command, { name: 'proctored.begin' }>;

/** A second time it only says how the candidate comes back: by which client, with or without his screen. */
const start = (scene: ProctoredScene, { client, screen }: Begin, { at, by }: Moment): Answer => {
  const { step, state } = scene;
  if (state.ended) return refuse('NOT_NOW');
  if (step.client === 'seb' && client !== 'seb') return refuse('SEB_REQUIRED');
  const isWatched = client === 'seb' || step.screen !== 'required' || screen;
  if (!isWatched) return refuse('REQUIREMENT_MISSING', { lacks: ['screen'] });
  if (!state.began) return begin(scene, { at, by, client, screen });
  if (state.began.client === client && state.began.screen === screen) return { state, events: [] };
  const began = { ...state.began, client, screen };
  return { state: { ...state, began }, events: [event('proctored.came-back', { client, screen })] };
};

const roomShown = (state: ProctoredState, { at }: Moment): Answer => {
  if (!state.scan || state.ended) return refuse('NOT_NOW');
  if (state.scan.shownAt !== null) return { state, events: [] };
  return {
    state: { ...state, scan: { ...state.scan, shownAt: at } },
    events: [event('proctored.room-shown', { askedAt: state.scan.askedAt })],
  };
};

const endEarly = (scene: ProctoredScene, { at, by }: Moment): Answer => {
  const { state } = scene;
  if (!state.began) return refuse('NOT_NOW');
  if (state.ended) return { state, events: [] };
  const deadline = deadlineIn(scene);
  const closesAt = deadline === null ? null : deadline + (faceIn(scene)?.closingMs ?? 0);
  return end(state, { at: closesAt === null ? at : Math.min(at, closesAt), by }, 'candidate');
};

/** While staff may still take their ending back, the exam may still go on. */
const finish = (state: ProctoredState, { at }: Moment): Answer => {
  const { ended } = state;
  if (!ended || (ended.undoUntil !== null && at <= ended.undoUntil)) return refuse('NOT_NOW');
  return finished(state);
};

export const finished = (state: ProctoredState): Outcome<ProctoredState> => {
  const { ended } = state;
  const outcome = { state, events: [event('proctored.looked-back')], done: 'done' as const };
  if (!ended || ended.cause === 'candidate') return outcome;
  return { ...outcome, ended: { by: ended.by, at: ended.at, cause: ended.cause } };
};
