import { assertNever } from '../protocol/assert-never';
import type { CommandRequest, IdentityDecision, SittingCommand, SittingInput } from '../messages';
import type { Moment, StepResult } from '../protocol/machine';
import { isRefusal, refuse, type Refusal } from '../protocol/refusals';
import type { StepCommand } from '../steps/schemas';
import { fallBack } from './fall-back';
import { leave } from './room-orders';
import { close, settle, stamped } from './settle';
import { behaviourIn, sceneOf, stepAt, type Change, type SittingState } from './state';

type Answer = Change | Refusal;

const isOfSitting = (command: CommandRequest['command']): command is SittingCommand =>
  ['check-in', 'position-joined', 'stage-fell-back'].includes(command.name) || isOfUploads(command);

type UploadsCommand = Extract<
  SittingCommand,
  { name: 'sheets-sealed' | 'sheets-received' | 'take-broken' | 'take-confirmed' }
>;
const isOfUploads = (command: CommandRequest['command']): command is UploadsCommand =>
  ['sheets-sealed', 'sheets-received', 'take-broken', 'take-confirmed'].includes(command.name);

/** A candidate asks. */
export const takeCommand = (
  input: SittingInput,
  state: SittingState,
  { stepId, command }: Pick<CommandRequest, 'stepId' | 'command'>,
  moment: Moment,
): Answer => {
  if (isOfUploads(command)) return ofUploads(input, state, stepId, command, moment);
  if (isOfSitting(command)) return ofSitting(input, state, command, moment);
  if (state.over) return refuse('ALREADY_OVER', { at: state.over.at });
  const step = stepAt(input, state.index);
  const mine = step.id === stepId && command.name.startsWith(`${step.kind}.`);
  return mine ? ofStep(input, state, command, moment) : refuse('NOT_NOW', { stepId: step.id });
};

const ofStep = (input: SittingInput, state: SittingState, command: StepCommand, moment: Moment): Answer => {
  const outcome = behaviourIn(input, state).accept(sceneOf(input, state), command, moment);
  return isRefusal(outcome) ? outcome : settle(input, state, outcome, moment);
};

/** What the API knows of sheets and takes, as a result for the step that they are of. */
const ofUploads = (
  input: SittingInput,
  state: SittingState,
  stepId: string | null,
  { name, ...news }: UploadsCommand,
  moment: Moment,
): Answer => {
  if (state.over) return refuse('ALREADY_OVER', { at: state.over.at });
  // The rest of the command is the result of this name.
  const result = { kind: name, ...news } as StepResult;
  return takeResult(input, state, stepId ?? '', result, moment);
};

const ofSitting = (
  input: SittingInput,
  state: SittingState,
  command: Exclude<SittingCommand, UploadsCommand>,
  moment: Moment,
): Answer => {
  switch (command.name) {
    case 'check-in':
      return {
        state,
        events: stamped([{ kind: 'sitting.checked-in', details: {} }], moment, null),
        errands: [],
      };
    case 'position-joined':
      return joinPosition(state, command, moment);
    case 'stage-fell-back':
      return fallBack(input, state, command, moment);
    default:
      return assertNever(command);
  }
};

const joinPosition = (
  state: SittingState,
  { position, epoch }: Extract<SittingCommand, { name: 'position-joined' }>,
  moment: Moment,
): Answer => {
  if (state.over) return refuse('ALREADY_OVER', { at: state.over.at });
  const held = state.positions[position];
  if (held && held.epoch > epoch) return refuse('SUPERSEDED', { since: held.joinedAt });
  if (held && held.epoch === epoch) return { state, events: [], errands: [] };
  const positions = { ...state.positions, [position]: { epoch, joinedAt: moment.at } };
  const events = stamped([{ kind: 'position.joined', details: { position, epoch } }], moment, null);
  return { state: { ...state, positions }, events, errands: [] };
};

/** What an effect brought back; of a step that went on meanwhile it is no news. */
export const takeResult = (
  input: SittingInput,
  state: SittingState,
  stepId: string,
  result: StepResult,
  moment: Moment,
): Answer => {
  if (state.over || stepAt(input, state.index).id !== stepId) return refuse('NOT_NOW');
  const outcome = behaviourIn(input, state).onResult(sceneOf(input, state), result, moment);
  return isRefusal(outcome) ? outcome : settle(input, state, outcome, moment);
};

export const takeDeadline = (input: SittingInput, state: SittingState, moment: Moment): Change =>
  settle(input, state, behaviourIn(input, state).onDeadline(sceneOf(input, state), moment), moment);

/** Nobody ended it and the exam's day is long over. */
export const runOut = (input: SittingInput, state: SittingState, moment: Moment): Change =>
  leave(
    input,
    close({ state, events: [], errands: [] }, { at: moment.at, by: 'system', cause: 'clock' }),
    moment,
  );

export const takeDecision = (state: SittingState, decision: IdentityDecision): Answer => {
  const { caseId, verdict, by, at } = decision;
  if (state.identity.caseId !== caseId || state.identity.status !== 'open') return refuse('NOT_NOW');
  const identity = { ...state.identity, status: verdict };
  const drafts = [{ kind: 'identity.decided', details: { caseId, verdict } }];
  return { state: { ...state, identity }, events: stamped(drafts, { at, by }, null), errands: [] };
};
