import type { ClockEntry } from '#protocol/views.schema';
import type { StepMachines } from '#steps/schemas';
import { interview } from './behaviour';
import type { InterviewState } from './state';
import { accepted, around, kinds, moment } from '../../test/scene';

const step = (atDeadline: 'tell' | 'end' = 'tell'): StepMachines['interview'] => ({
  id: 'interview',
  kind: 'interview',
  minutes: 1,
  closingSeconds: 30,
  atDeadline,
  questions: [{ id: 'q1' }, { id: 'q2' }],
});
const scene = (state: InterviewState, atDeadline?: 'tell' | 'end', ledger: ClockEntry[] = []) => ({
  step: step(atDeadline),
  state,
  around: around({ ledger }),
});
const running = interview.enter(step(), around(), moment(1_000)).state;
const staff = (at: number, by = 'staff:chief') => moment(at, by);
const order = (
  state: InterviewState,
  given: Parameters<typeof interview.onOrder>[1],
  at: number,
  by?: string,
) => interview.onOrder(scene(state), given, staff(at, by));
const dispatched = accepted(order(running, { kind: 'dispatch', question: 'q1' }, 5_000)).state;
const open = (state: InterviewState, question: string, at: number, atDeadline?: 'tell' | 'end') =>
  interview.accept(scene(state, atDeadline), { name: 'interview.open-question', question }, moment(at));
const ending = accepted(order(running, { kind: 'end' }, 20_000)).state;
const extension = (ms: number): ClockEntry => ({ kind: 'extension', ms, at: 2_000, by: 'staff:chief' });

describe('interview (2.1.8, 2.1.9)', () => {
  it('starts its clock on entering, with the roster’s extra time', () => {
    const { state } = interview.enter(step(), around({ extraMs: 15_000 }), moment(1_000));
    expect(state.clock).toEqual({ startedAt: 1_000, totalMs: 75_000, closingMs: 30_000 });
  });

  it('dispatches a question once and tells the second who was first', () => {
    expect(interview.view(scene(dispatched))).toMatchObject({
      questions: [{ id: 'q1', dispatchedAt: 5_000, openedAt: null }],
    });
    expect(order(dispatched, { kind: 'dispatch', question: 'q1' }, 6_000, 'staff:two')).toEqual({
      refused: 'ALREADY_DONE',
      details: { by: 'staff:chief', at: 5_000 },
    });
    expect(order(running, { kind: 'dispatch', question: 'q9' }, 6_000)).toEqual({
      refused: 'NO_SUCH_QUESTION',
    });
  });

  it('keeps when a question was first opened', () => {
    const { state } = accepted(open(dispatched, 'q1', 8_000));
    expect(state.questions[0]?.openedAt).toBe(8_000);
    expect(open(state, 'q1', 9_000)).toEqual({ state, events: [] });
    expect(open(dispatched, 'q2', 8_000)).toEqual({ refused: 'NO_SUCH_QUESTION' });
  });

  it('says once that time is up, and runs on after an extension', () => {
    expect(interview.deadline(scene(running))).toBe(61_000);
    const told = interview.onDeadline(scene(running), moment(61_000, 'system'));
    expect(kinds(told)).toEqual(['interview.time-up']);
    expect(interview.view(scene(told.state))).toMatchObject({ phase: 'closing' });
    expect(interview.deadline(scene(told.state))).toBeNull();
    const extended = scene(told.state, 'tell', [extension(60_000)]);
    expect(interview.view(extended)).toMatchObject({ phase: 'running' });
    expect(interview.deadline(extended)).toBe(121_000);
  });

  it('ends by the clock after the grace where the flow says so', () => {
    const told = interview.onDeadline(scene(running, 'end'), moment(61_000, 'system')).state;
    expect(interview.deadline(scene(told, 'end'))).toBe(91_000);
    const outcome = interview.onDeadline(scene(told, 'end'), moment(91_000, 'system'));
    expect(outcome).toMatchObject({ done: 'done', ended: { cause: 'clock', by: 'system', at: 91_000 } });
    expect(outcome.effects).toMatchObject([{ kind: 'tell-room', change: 'left' }]);
  });

  it('judges the last second by its stamp', () => {
    const told = interview.onDeadline(scene(dispatched, 'end'), moment(61_000, 'system')).state;
    expect(accepted(open(told, 'q1', 61_000, 'end')).state.questions[0]?.openedAt).toBe(61_000);
    expect(open(told, 'q1', 61_001, 'end')).toMatchObject({ refused: 'TOO_LATE' });
    expect(accepted(open(told, 'q1', 99_000, 'tell')).state.questions[0]?.openedAt).toBe(99_000);
  });

  it('ends by staff after ten seconds in which it can be taken back', () => {
    expect(interview.view(scene(ending))).toMatchObject({
      phase: 'ending',
      ending: { by: 'staff:chief', at: 20_000, undoUntil: 30_000 },
    });
    expect(interview.deadline(scene(ending))).toBe(33_000);
    const outcome = interview.onDeadline(scene(ending), moment(33_000, 'system'));
    expect(outcome).toMatchObject({
      done: 'done',
      ended: { by: 'staff:chief', at: 20_000, cause: 'staff' },
      effects: [{ kind: 'tell-room', change: 'left', at: 20_000 }],
    });
  });

  it('takes an ending back until its stamp is too late', () => {
    expect(accepted(order(ending, { kind: 'undo-end' }, 30_000)).state.ending).toBeNull();
    expect(order(ending, { kind: 'undo-end' }, 30_001)).toMatchObject({ refused: 'UNDO_EXPIRED' });
    expect(order(running, { kind: 'undo-end' }, 30_000)).toEqual({ refused: 'NOT_NOW' });
  });

  it('tells the losers of these races who was first', () => {
    expect(order(ending, { kind: 'end' }, 21_000, 'staff:two')).toEqual({
      refused: 'ALREADY_DONE',
      details: { by: 'staff:chief', at: 20_000 },
    });
    const undone = accepted(order(ending, { kind: 'undo-end' }, 25_000, 'staff:two')).state;
    expect(order(undone, { kind: 'undo-end' }, 26_000)).toEqual({
      refused: 'ALREADY_DONE',
      details: { by: 'staff:two', at: 25_000 },
    });
  });

  it('dispatches nothing while it ends', () => {
    expect(order(ending, { kind: 'dispatch', question: 'q1' }, 21_000)).toEqual({ refused: 'NOT_NOW' });
  });

  it('opens again with a fresh clock for which earlier extensions do not count', () => {
    const outcome = accepted(order(dispatched, { kind: 'reopen', ms: 30_000, reason: 'power cut' }, 100_000));
    const again = scene(outcome.state, 'tell', [extension(60_000)]);
    expect(interview.deadline(again)).toBe(130_000);
    expect(interview.view(again)).toMatchObject({ startedAt: 1_000, questions: [{ id: 'q1' }] });
    expect(outcome.effects).toMatchObject([{ kind: 'tell-room', change: 'entered', code: 'REOPENED' }]);
  });
});
