import fc from 'fast-check';
import { isRefusal } from '#protocol/refusals';
import type { StepCommands, StepMachines } from '#steps/schemas';
import { accepted, around, kinds, moment } from '../../test/scene';
import { recording } from './behaviour';
import { recordingView, type BreakCause } from './schema';
import { ALIGN_MS, OVERRUN_MS, spentOn, type RecordingState } from './state';

type Machine = StepMachines['recording'];
type Command = StepCommands['recording'];
type Surroundings = NonNullable<Parameters<typeof around>[0]>;

const MINUTE = 60_000;
const ENTERED = 1_000_000;
const CLOSES = ENTERED + 30 * MINUTE;
const staff = 'staff:invigilator';
const idOf = (n: number) => `01ARZ3NDEKTSV4RRFFQ69G${String(n).padStart(4, '0')}`;
const ONE = idOf(1);
const TWO = idOf(2);
const THREE = idOf(3);

const step: Machine = {
  id: 'recording',
  kind: 'recording',
  minutes: 30,
  positions: [1, 2],
  sound: 1,
  broken: 'continue-or-redo',
  atDeadline: 'last-complete',
  pause: false,
  questions: [
    { id: 'q1', prepareSeconds: 60, maxSeconds: 120, retakes: 2 },
    { id: 'q2', prepareSeconds: 0, maxSeconds: 60, retakes: 0 },
  ],
};
const scene = (state: RecordingState, changes: Surroundings = {}, machine = step) => ({
  step: machine,
  state,
  around: around(changes),
});
const entered = recording.enter(step, around(), moment(ENTERED)).state;
const ask = (state: RecordingState, command: Command, at: number, machine = step) =>
  recording.accept(scene(state, {}, machine), command, moment(at));
const show = (state: RecordingState, question = 'q1', at = ENTERED + 1_000) =>
  ask(state, { name: 'recording.show', question }, at);
const begin = (state: RecordingState, takeId: string, at: number, question = 'q1') =>
  ask(state, { name: 'recording.begin', question, takeId }, at);
const again = (state: RecordingState, takeId: string, at: number, question = 'q1') =>
  ask(state, { name: 'recording.re-record', question, takeId }, at);
const stop = (state: RecordingState, takeId: string, at: number) =>
  ask(state, { name: 'recording.stop', takeId }, at);
const breakOff = (state: RecordingState, takeId: string, at: number, cause: BreakCause = 'reload') =>
  recording.onResult(scene(state), { kind: 'take-broken', takeId, at, cause }, moment(at + 5_000));
const confirm = (state: RecordingState, takeId: string, at: number) =>
  recording.onResult(
    scene(state),
    { kind: 'take-confirmed', takeId, slices: 12, digest: 'd'.repeat(64) },
    moment(at),
  );
const viewOf = (state: RecordingState, machine = step) =>
  recordingView.parse(recording.view(scene(state, {}, machine)));
const due = (state: RecordingState, changes: Surroundings = {}) => recording.deadline(scene(state, changes));
const pass = (state: RecordingState, machine = step) =>
  recording.onDeadline(scene(state, {}, machine), moment(due(state) ?? 0, 'system'));

const shown = accepted(show(entered)).state;
const first = accepted(begin(shown, ONE, ENTERED + 10_000)).state;
const complete = accepted(stop(first, ONE, ENTERED + 40_000)).state;

describe('a question of the video-upload exam (2.4.6)', () => {
  it('is hidden until it is shown, and its preparation runs from then on, once', () => {
    expect(viewOf(entered)).toMatchObject({ phase: 'hidden', question: 'q1' });
    expect(viewOf(shown).questions[0]).toMatchObject({ preparedAt: ENTERED + 61_000, status: 'now' });
    expect(accepted(show(shown, 'q1', ENTERED + 30_000)).events).toEqual([]);
    expect(show(entered, 'q2')).toEqual({ refused: 'NO_SUCH_QUESTION' });
    expect(begin(entered, ONE, ENTERED + 1)).toEqual({ refused: 'NOT_NOW' });
  });

  it('is followed by the next one once its take is confirmed', () => {
    const confirmed = accepted(confirm(complete, ONE, ENTERED + 50_000));
    expect(confirmed.done).toBeUndefined();
    expect(viewOf(confirmed.state)).toMatchObject({
      phase: 'hidden',
      question: 'q2',
      questions: [{ status: 'confirmed', sealed: { takeId: ONE, slices: 12 } }, { status: 'now' }],
    });
  });
});

describe('a take (2.4.7)', () => {
  it('is started for both positions by one command, at an instant shortly after it', () => {
    expect(viewOf(first)).toMatchObject({
      phase: 'recording',
      takeId: ONE,
      alignAt: ENTERED + 10_000 + ALIGN_MS,
      endsAt: ENTERED + 10_000 + ALIGN_MS + 120_000,
    });
    expect(accepted(begin(first, ONE, ENTERED + 11_000)).events).toEqual([]);
    expect(begin(first, TWO, ENTERED + 11_000)).toEqual({ refused: 'NOT_NOW' });
  });

  it('is complete when it is stopped, at its full length at most', () => {
    const late = accepted(stop(first, ONE, ENTERED + 300_000)).state;
    expect(viewOf(late)).toMatchObject({ phase: 'complete', freeRedo: false });
    expect(late.takes[0]?.stoppedAt).toBe(ENTERED + 10_000 + ALIGN_MS + 120_000 + 3_000);
    expect(accepted(stop(late, ONE, ENTERED + 301_000)).events).toEqual([]);
  });

  it('goes on while a position is silent, remembers the gap, and may be redone free', () => {
    const silent = { name: 'recording.silent', takeId: ONE, position: 2 } as const;
    const gap = accepted(ask(first, silent, ENTERED + 20_000)).state;
    expect(viewOf(gap).phase).toBe('recording');
    const back = accepted(ask(gap, { ...silent, name: 'recording.back' }, ENTERED + 25_000)).state;
    const ended = accepted(stop(back, ONE, ENTERED + 40_000)).state;
    expect(ended.takes[0]?.gaps).toEqual([{ position: 2, from: ENTERED + 20_000, to: ENTERED + 25_000 }]);
    expect(viewOf(ended)).toMatchObject({ phase: 'complete', freeRedo: true });
    const redone = accepted(again(ended, TWO, ENTERED + 50_000));
    expect(kinds(redone)).toEqual(['recording.redo-free', 'recording.begun']);
    expect(viewOf(redone.state).questions[0]?.retakesLeft).toBe(2);
  });
});

describe('recording again (2.4.8)', () => {
  it('costs one of the quota by the candidate’s choice, and is refused at zero', () => {
    let state = complete;
    for (const [index, takeId] of [TWO, THREE].entries()) {
      const at = ENTERED + (2 + index) * MINUTE;
      const begun = accepted(again(state, takeId, at));
      expect(kinds(begun)).toEqual(['recording.quota-spent', 'recording.begun']);
      state = accepted(stop(begun.state, takeId, at + 10_000)).state;
    }
    expect(viewOf(state).questions[0]?.retakesLeft).toBe(0);
    expect(again(state, idOf(4), ENTERED + 5 * MINUTE)).toEqual({
      refused: 'TAKE_QUOTA_SPENT',
      details: { quota: 2 },
    });
  });

  it('is never begun by the command that costs nothing, nor the other way round', () => {
    expect(begin(complete, TWO, ENTERED + MINUTE)).toEqual({ refused: 'NOT_NOW' });
    expect(again(shown, TWO, ENTERED + MINUTE)).toEqual({ refused: 'NOT_NOW' });
  });

  it('is free after an interruption, which ends the take with the last slice that is known', () => {
    const cut = accepted(breakOff(first, ONE, ENTERED + 30_000));
    expect(kinds(cut)).toEqual(['recording.broken']);
    expect(cut.state.takes[0]).toMatchObject({
      status: 'broken',
      stoppedAt: ENTERED + 30_000,
      debited: false,
    });
    expect(viewOf(cut.state)).toMatchObject({
      phase: 'broken',
      leftMs: 120_000 - (20_000 - ALIGN_MS),
    });
    const redone = accepted(begin(cut.state, TWO, ENTERED + 60_000));
    expect(kinds(redone)).toEqual(['recording.redo-free', 'recording.begun']);
    expect(redone.state.takes.map(({ n, debited }) => [n, debited])).toEqual([
      [1, false],
      [2, false],
    ]);
  });

  it('may go on with the broken take in a new span, for what is left, where the flow says so', () => {
    const cut = accepted(breakOff(first, ONE, ENTERED + 30_000)).state;
    const go = { name: 'recording.continue', takeId: ONE } as const;
    const on = accepted(ask(cut, go, ENTERED + 60_000)).state;
    const recorded = 20_000 - ALIGN_MS;
    expect(viewOf(on)).toMatchObject({
      phase: 'recording',
      span: 2,
      alignAt: ENTERED + 60_000 + ALIGN_MS,
      endsAt: ENTERED + 60_000 + ALIGN_MS + 120_000 - recorded,
    });
    const redoOnly = { ...step, broken: 'redo' } as const;
    expect(ask(cut, go, ENTERED + 60_000, redoOnly)).toEqual({ refused: 'NOT_NOW' });
    expect(viewOf(cut, redoOnly)).toMatchObject({ phase: 'broken', leftMs: 0 });
  });

  it('a take that nobody stopped is broken, and costs nothing, some time after its full length', () => {
    const ends = ENTERED + 10_000 + ALIGN_MS + 120_000;
    expect(due(first)).toBe(ends + OVERRUN_MS);
    const gone = pass(first).state;
    expect(gone.takes[0]).toMatchObject({
      status: 'broken',
      stoppedAt: ends,
      breaks: [{ cause: 'unknown' }],
    });
    expect(due(gone)).toBe(CLOSES + 30_000);
  });

  it('and whoever comes back to it learns how much of it there is, and may go on for the rest', () => {
    const gone = pass(first).state;
    expect(viewOf(gone)).toMatchObject({ phase: 'broken', leftMs: 0 });
    const back = accepted(breakOff(gone, ONE, ENTERED + 30_000));
    expect(viewOf(back.state)).toMatchObject({ phase: 'broken', leftMs: 120_000 - (20_000 - ALIGN_MS) });
    expect(accepted(breakOff(back.state, ONE, ENTERED + 30_000)).events).toEqual([]);
    expect(spentOn(back.state, 'q1')).toBe(0);
  });
});

describe('the answer (2.4.9)', () => {
  it('is a complete take, sealed by its digests; after the last question the step is over', () => {
    expect(confirm(first, ONE, ENTERED + 20_000)).toEqual({ refused: 'NOT_NOW' });
    const one = accepted(confirm(complete, ONE, ENTERED + 50_000)).state;
    const two = accepted(
      begin(accepted(show(one, 'q2', ENTERED + MINUTE)).state, TWO, ENTERED + MINUTE, 'q2'),
    );
    const done = accepted(
      confirm(accepted(stop(two.state, TWO, ENTERED + 90_000)).state, TWO, ENTERED + 95_000),
    );
    expect(done.done).toBe('done');
    expect(kinds(done)).toEqual(['recording.confirmed', 'recording.handed-in']);
    expect(done.events[1]?.details).toMatchObject({
      recorded: [
        { question: 'q1', sealed: { takeId: ONE } },
        { question: 'q2', sealed: { takeId: TWO } },
      ],
    });
  });

  it('is collected at the deadline by the rule of the flow: the last complete take', () => {
    const cut = accepted(
      breakOff(accepted(again(complete, TWO, ENTERED + MINUTE)).state, TWO, ENTERED + 80_000),
    );
    const takesFor = (machine: Machine) => pass(cut.state, machine).effects;
    expect(takesFor(step)).toMatchObject([{ takes: [{ question: 'q1', takeId: ONE }] }]);
    expect(takesFor({ ...step, atDeadline: 'last-recorded' })).toMatchObject([{ takes: [{ takeId: ONE }] }]);
    expect(takesFor({ ...step, atDeadline: 'nothing' })).toMatchObject([{ takes: [] }]);
    const onlyBroken = accepted(breakOff(first, ONE, ENTERED + 30_000)).state;
    expect(pass(onlyBroken).effects).toMatchObject([{ takes: [] }]);
    expect(pass(onlyBroken, { ...step, atDeadline: 'last-recorded' }).effects).toMatchObject([
      { takes: [{ takeId: ONE }] },
    ]);
  });

  it('nothing begins after the deadline, and what was stopped in time is confirmed in the grace', () => {
    expect(begin(shown, ONE, CLOSES + 1)).toEqual({ refused: 'TOO_LATE', details: { closedAt: CLOSES } });
    const late = accepted(begin(shown, ONE, CLOSES - 20_000)).state;
    const stopped = accepted(stop(late, ONE, CLOSES + 2_000)).state;
    expect(stopped.takes[0]?.stoppedAt).toBe(CLOSES);
    expect(accepted(confirm(stopped, ONE, CLOSES + 20_000)).events).toHaveLength(1);
    expect(confirm(stopped, ONE, CLOSES + 30_001)).toMatchObject({ refused: 'TOO_LATE' });
  });

  it('collected, it waits for the seal and is over by the clock; a take under way ends broken', () => {
    const late = accepted(begin(shown, ONE, CLOSES - 20_000)).state;
    const taken = pass(late);
    expect(kinds(taken)).toEqual(['recording.broken', 'recording.collecting']);
    expect(viewOf(taken.state)).toMatchObject({ phase: 'collecting', cause: 'clock' });
    expect(stop(taken.state, ONE, CLOSES)).toEqual({ refused: 'NOT_NOW' });
    const sealed = { takeId: ONE, slices: 3, digest: 'e'.repeat(64), at: CLOSES };
    const over = accepted(
      recording.onResult(
        scene(taken.state),
        { kind: 'takes-collected', sealed: [{ question: 'q1', sealed }] },
        moment(CLOSES + 40_000, 'system'),
      ),
    );
    expect(over).toMatchObject({ done: 'done', ended: { at: CLOSES, cause: 'clock' } });
    expect(over.state.questions[0]?.sealed).toEqual(sealed);
  });

  it('is collected by staff, once; reopened, it goes on with a fresh clock', () => {
    const taken = accepted(
      recording.onOrder(scene(complete), { kind: 'collect' }, moment(ENTERED + MINUTE, staff)),
    );
    expect(
      recording.onOrder(scene(taken.state), { kind: 'collect' }, moment(ENTERED + MINUTE, staff)),
    ).toMatchObject({
      refused: 'ALREADY_DONE',
    });
    const back = accepted(
      recording.onOrder(
        scene(taken.state),
        { kind: 'reopen', ms: 5 * MINUTE, reason: 'by mistake' },
        moment(ENTERED + 10 * MINUTE, staff),
      ),
    ).state;
    expect(viewOf(back)).toMatchObject({ phase: 'complete', takeId: ONE });
    expect(due(back)).toBe(ENTERED + 15 * MINUTE + 30_000);
  });

  it('the clock stands still in a pause and is longer with an extension', () => {
    const extension = { kind: 'extension', ms: 5 * MINUTE, at: ENTERED + 1, by: staff } as const;
    expect(due(shown, { ledger: [extension] })).toBe(CLOSES + 5 * MINUTE + 30_000);
  });
});

describe('whatever interrupts', () => {
  type Act = 'begin' | 're-record' | 'continue' | 'stop' | 'break' | 'silent' | 'back' | 'overrun';
  const acts = fc.array(
    fc.record({
      act: fc.constantFrom<Act>(
        'begin',
        're-record',
        'continue',
        'stop',
        'break',
        'silent',
        'back',
        'overrun',
      ),
      cause: fc.constantFrom<BreakCause>('reload', 'camera', 'position-lost', 'taken-over'),
      wait: fc.integer({ min: 1, max: 20_000 }),
    }),
    { maxLength: 60 },
  );

  it('the quota is spent by recording again after a complete take, and by nothing else', () => {
    fc.assert(
      fc.property(acts, (sequence) => {
        let state = shown;
        let at = ENTERED + 5_000;
        let chosen = 0;
        for (const [index, { act, cause, wait }] of sequence.entries()) {
          at += wait;
          const last = state.takes.at(-1);
          const takeId = last?.id ?? ONE;
          const spent = spentOn(state, 'q1');
          const isChoice = last?.status === 'complete' && last.gaps.length === 0;
          const play = () => {
            switch (act) {
              case 'begin':
                return begin(state, idOf(index + 10), at);
              case 're-record':
                return again(state, idOf(index + 10), at);
              case 'continue':
              case 'stop':
                return ask(state, { name: `recording.${act}`, takeId }, at);
              case 'silent':
              case 'back':
                return ask(state, { name: `recording.${act}`, takeId, position: 2 }, at);
              case 'break':
                return breakOff(state, takeId, at, cause);
              case 'overrun':
                return last?.status === 'recording' ? pass(state) : show(state);
            }
          };
          const outcome = play();
          if (isRefusal(outcome)) continue;
          state = outcome.state;
          const debit = spentOn(state, 'q1') - spent;
          expect(debit).toBe(act === 're-record' && isChoice ? 1 : 0);
          chosen += debit;
          expect(() => viewOf(state)).not.toThrow();
        }
        expect(spentOn(state, 'q1')).toBe(chosen);
        expect(chosen).toBeLessThanOrEqual(2);
        // No take that was ever begun is forgotten, and a broken one never says that it cost something by breaking.
        expect(new Set(state.takes.map(({ id }) => id)).size).toBe(state.takes.length);
      }),
      { numRuns: 300 },
    );
  });
});
