import type { StepCommands } from '#steps/schemas';
import { assertNever } from '#protocol/assert-never';
import { event, type Moment, type Outcome } from '#protocol/machine';
import { refuse, type Refusal } from '#protocol/refusals';
import { isComplete } from './sheets';
import { closesIn, collect, deadlineIn, photograph, type PaperScene, type PaperState } from './state';

type Answer = Outcome<PaperState> | Refusal;

export const obey = (scene: PaperScene, command: StepCommands['paper'], moment: Moment): Answer => {
  const { dispatched } = scene.state;
  if (!dispatched) return refuse('NOT_NOW');
  if (moment.at < dispatched.opensAt) return refuse('NOT_NOW', { opensAt: dispatched.opensAt });
  switch (command.name) {
    case 'paper.open':
      return seen(scene.state, moment);
    case 'paper.pens-down':
      return pensDown(scene, moment);
    case 'paper.hand-in':
      return handIn(scene, moment);
    default:
      return assertNever(command);
  }
};

const seen = (state: PaperState, { at }: Moment): Answer =>
  state.openedAt === null
    ? { state: { ...state, openedAt: at }, events: [event('paper.opened')] }
    : { state, events: [] };

/** Once down, they stay down: asking again is no news. */
const pensDown = (scene: PaperScene, { at, by }: Moment): Answer => {
  const { step, state } = scene;
  if (step.mode !== 'photographed') return refuse('NOT_NOW');
  if (state.phase !== 'writing') return state.pensDownAt === null ? refuse('NOT_NOW') : { state, events: [] };
  const deadline = deadlineIn(scene);
  return photograph(step, state, deadline === null ? at : Math.min(at, deadline), by);
};

const handIn = (scene: PaperScene, moment: Moment): Answer => {
  const { step, state } = scene;
  if (state.phase === 'collecting') return { state, events: [] };
  if (step.mode === 'photographed')
    return isComplete(state) ? collect(step, state, moment, 'candidate') : refuse('SHEETS_MISSING');
  const closesAt = closesIn(scene);
  if (closesAt !== null && moment.at > closesAt) return refuse('TOO_LATE', { closedAt: closesAt });
  return collect(step, state, moment, 'candidate');
};
