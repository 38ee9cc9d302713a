import fc from 'fast-check';
import type { StepCommands, StepMachines } from '#steps/schemas';
import { isRefusal } from '#protocol/refusals';
import type { ClockEntry } from '#protocol/views.schema';
import { accepted, around, kinds, moment } from '../../test/scene';
import { proctored } from './behaviour';
import { pageFact, proctoredView, type ReportedFact } from './schema';
import type { ProctoredState } from './state';

type Machine = StepMachines['proctored'];
type Around = NonNullable<Parameters<typeof around>[0]>;
const exam: Machine = {
  ...{ id: 'exam', kind: 'proctored', minutes: 60, beginMinutes: 15, client: 'either', screen: 'required' },
  ...{ fullScreen: true, stillSeconds: 30, lookBackMinutes: 10 },
};
const ENTERED = 1_000_000;
const BEGAN = 1_060_000;
const HOUR = 3_600_000;
const staff = 'staff:invigilator';
const idOf = (n: number): string => `01ARZ3NDEKTSV4RRFFQ69G${String(n).padStart(4, '0')}`;

const scene = (state: ProctoredState, changes: Around = {}, step: Machine = exam) => ({
  step,
  state,
  around: around(changes),
});
const ready = () => proctored.enter(exam, around(), moment(ENTERED)).state;
const ask = (state: ProctoredState, command: StepCommands['proctored'], at: number, step = exam) =>
  proctored.accept(scene(state, {}, step), command, moment(at));
const begin = { name: 'proctored.begin', client: 'browser', screen: true } as const;
const running = () => accepted(ask(ready(), begin, BEGAN)).state;
const tell = (state: ProctoredState, at: number, ...facts: ReportedFact[]) =>
  ask(state, { name: 'proctored.facts', facts }, at);
const left = (n: number, from: number, to: number | null): ReportedFact => ({
  ...{ id: idOf(n), fact: 'page-left', from, to },
});
const order = (state: ProctoredState, given: Parameters<typeof proctored.onOrder>[1], at: number) =>
  proctored.onOrder(scene(state), given, moment(at, staff));
const viewOf = (state: ProctoredState, changes: Around = {}) =>
  proctoredView.parse(proctored.view(scene(state, changes)));
const due = (state: ProctoredState, changes: Around = {}) => proctored.deadline(scene(state, changes));
const pass = (state: ProctoredState, changes: Around = {}) =>
  proctored.onDeadline(scene(state, changes), moment(due(state, changes) ?? 0, 'system'));

describe('the beginning of an exam that runs elsewhere (2.3)', () => {
  it('waits for the candidate, and begins by the clock where he does not', () => {
    expect(viewOf(ready())).toMatchObject({ phase: 'ready', beginsAt: ENTERED + 15 * 60_000 });
    expect(proctored.clock(scene(ready()))).toBeNull();
    const begun = pass(ready()).state;
    expect(viewOf(begun)).toMatchObject({
      phase: 'running',
      began: { by: 'system', client: null, screen: false, at: ENTERED + 15 * 60_000 },
    });
  });

  it('holds the beginning back while the room is paused', () => {
    const pause: ClockEntry = {
      ...{ kind: 'interval', cause: 'room-pause', from: ENTERED, to: null, by: staff, endedBy: null },
    };
    expect(due(ready(), { ledger: [pause] })).toBeNull();
  });

  it('gives the whole time from the press on, with what the roster adds', () => {
    const { state, events } = accepted(
      proctored.accept(scene(ready(), { extraMs: 600_000 }), begin, moment(BEGAN)),
    );
    expect(due(state)).toBe(BEGAN + HOUR + 600_000);
    expect(events).toMatchObject([{ kind: 'proctored.began', details: { client: 'browser', screen: true } }]);
  });

  it('refuses an ordinary browser where the flow wants SEB, and a hidden screen where it wants it shared', () => {
    const onlySeb = { ...exam, client: 'seb' as const };
    expect(ask(ready(), begin, BEGAN, onlySeb)).toEqual({ refused: 'SEB_REQUIRED' });
    expect(isRefusal(ask(ready(), { ...begin, client: 'seb', screen: false }, BEGAN, onlySeb))).toBe(false);
    expect(ask(ready(), { ...begin, screen: false }, BEGAN)).toEqual({
      refused: 'REQUIREMENT_MISSING',
      details: { lacks: ['screen'] },
    });
    const wanted = { ...exam, screen: 'wanted' as const };
    expect(isRefusal(ask(ready(), { ...begin, screen: false }, BEGAN, wanted))).toBe(false);
  });

  it('keeps the clock of whoever comes back, and says how he does', () => {
    const back = accepted(ask(running(), { ...begin, client: 'seb', screen: false }, BEGAN + 5_000));
    expect(kinds(back)).toEqual(['proctored.came-back']);
    expect(due(back.state)).toBe(BEGAN + HOUR);
    expect(
      accepted(ask(back.state, { ...begin, client: 'seb', screen: false }, BEGAN + 6_000)).events,
    ).toEqual([]);
  });
});

describe('the facts (2.3)', () => {
  it('are written down with their times and change nothing else', () => {
    const open = accepted(tell(running(), BEGAN + 10_000, left(1, BEGAN + 9_000, null)));
    expect(kinds(open)).toEqual(['proctored.fact-began']);
    expect(viewOf(open.state).facts).toMatchObject([
      { fact: 'page-left', count: 1, openSince: BEGAN + 9_000 },
    ]);
    const over = accepted(tell(open.state, BEGAN + 20_000, left(1, BEGAN + 9_000, BEGAN + 19_000)));
    expect(over.events).toMatchObject([
      { kind: 'proctored.fact', details: { fact: 'page-left', from: BEGAN + 9_000, ms: 10_000 } },
    ]);
    expect(viewOf(over.state)).toMatchObject({
      phase: 'running',
      facts: [{ count: 1, ms: 10_000, lastAt: BEGAN + 19_000, openSince: null }],
    });
    expect(due(over.state)).toBe(BEGAN + HOUR);
  });

  it('are one where a reload forgot that the first still lasted', () => {
    const first = accepted(tell(running(), BEGAN + 10_000, left(1, BEGAN + 9_000, null))).state;
    const again = accepted(tell(first, BEGAN + 12_000, left(2, BEGAN + 11_000, null)));
    expect(again.events).toEqual([]);
    const over = accepted(tell(again.state, BEGAN + 20_000, left(2, BEGAN + 11_000, BEGAN + 15_000))).state;
    expect(viewOf(over).facts).toMatchObject([{ count: 1, ms: 6_000 }]);
  });

  it('are refused before the exam and held to its bounds by whatever clock they were measured', () => {
    expect(tell(ready(), BEGAN, left(1, BEGAN, null))).toEqual({ refused: 'NOT_NOW' });
    const wild = accepted(tell(running(), BEGAN + 10_000, left(1, 5, BEGAN + HOUR * 9)));
    expect(wild.events).toMatchObject([{ details: { from: BEGAN, to: BEGAN + 10_000, ms: 10_000 } }]);
  });

  it('end with the exam', () => {
    const open = accepted(tell(running(), BEGAN + 10_000, left(1, BEGAN + 9_000, null))).state;
    const ended = accepted(ask(open, { name: 'proctored.end' }, BEGAN + 30_000));
    expect(kinds(ended)).toEqual(['proctored.fact', 'proctored.ended']);
    expect(viewOf(ended.state).facts).toMatchObject([{ ms: 21_000, openSince: null }]);
  });

  it('never count less than nothing, whatever is told in whatever order', () => {
    const report = fc.record({
      id: fc.integer({ min: 1, max: 4 }).map(idOf),
      fact: fc.constantFrom(...pageFact.options),
      from: fc.integer({ min: 0, max: 4_000_000 }),
      to: fc.option(fc.integer({ min: 0, max: 4_000_000 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(report, { maxLength: 30 }), (reports) => {
        let state = running();
        for (const [n, each] of reports.entries())
          state = accepted(tell(state, BEGAN + n * 60_000, each)).state;
        const now = BEGAN + reports.length * 60_000;
        for (const { ms, count, lastAt, openSince } of viewOf(state).facts) {
          expect(ms).toBeGreaterThanOrEqual(0);
          expect(count).toBeGreaterThan(0);
          expect(lastAt).toBeLessThanOrEqual(now);
          expect(openSince ?? BEGAN).toBeGreaterThanOrEqual(BEGAN);
        }
        expect(new Set(state.open.map(({ fact }) => fact)).size).toBe(state.open.length);
      }),
    );
  });
});

describe('the room shown on request (2.3)', () => {
  it('is asked once, shown, and may be asked again', () => {
    const asked = accepted(order(running(), { kind: 'ask-for-room' }, BEGAN + 1_000)).state;
    expect(order(asked, { kind: 'ask-for-room' }, BEGAN + 2_000)).toMatchObject({ refused: 'ALREADY_DONE' });
    const shown = accepted(ask(asked, { name: 'proctored.room-shown' }, BEGAN + 9_000)).state;
    expect(viewOf(shown).scan).toEqual({ askedAt: BEGAN + 1_000, by: staff, shownAt: BEGAN + 9_000 });
    expect(kinds(accepted(order(shown, { kind: 'ask-for-room' }, BEGAN + 10_000)))).toEqual([
      'proctored.room-asked',
    ]);
    expect(ask(running(), { name: 'proctored.room-shown' }, BEGAN)).toEqual({ refused: 'NOT_NOW' });
  });
});

describe('the end of an exam that runs elsewhere (2.3)', () => {
  it('comes by the candidate, who then reads what was recorded and is done', () => {
    const ended = accepted(ask(running(), { name: 'proctored.end' }, BEGAN + 60_000)).state;
    expect(viewOf(ended)).toMatchObject({
      phase: 'looking-back',
      ended: { cause: 'candidate', undoUntil: null },
      until: BEGAN + 60_000 + 600_000,
    });
    expect(proctored.clock(scene(ended))).toBeNull();
    const done = accepted(ask(ended, { name: 'proctored.finish' }, BEGAN + 70_000));
    expect(done).toMatchObject({ done: 'done' });
    expect(done.ended).toBeUndefined();
    expect(pass(ended)).toMatchObject({ done: 'done' });
  });

  it('comes by the clock after a grace, in which staff may still give time', () => {
    const told = pass(running());
    expect(kinds(told)).toEqual(['proctored.time-up']);
    expect(viewOf(told.state).phase).toBe('closing');
    const extended: ClockEntry = { kind: 'extension', ms: 60_000, at: BEGAN + HOUR + 1_000, by: staff };
    expect(viewOf(told.state, { ledger: [extended] }).phase).toBe('running');
    const ended = pass(told.state).state;
    expect(viewOf(ended)).toMatchObject({ ended: { cause: 'clock', by: 'system', at: BEGAN + HOUR } });
    expect(pass(ended).ended).toEqual({ by: 'system', at: BEGAN + HOUR, cause: 'clock' });
  });

  it('comes by staff, can be taken back for ten seconds, and names who was first', () => {
    const ended = accepted(order(running(), { kind: 'end' }, BEGAN + 60_000)).state;
    expect(order(ended, { kind: 'end' }, BEGAN + 61_000)).toMatchObject({ refused: 'ALREADY_DONE' });
    expect(ask(ended, { name: 'proctored.finish' }, BEGAN + 65_000)).toEqual({ refused: 'NOT_NOW' });
    const undone = accepted(order(ended, { kind: 'undo-end' }, BEGAN + 70_000)).state;
    expect(viewOf(undone).phase).toBe('running');
    expect(due(undone)).toBe(BEGAN + HOUR);
    expect(order(ended, { kind: 'undo-end' }, BEGAN + 70_001)).toMatchObject({ refused: 'UNDO_EXPIRED' });
    expect(order(undone, { kind: 'undo-end' }, BEGAN + 71_000)).toMatchObject({ refused: 'ALREADY_DONE' });
  });

  it('is no end where it is reopened: a fresh clock runs', () => {
    const ended = pass(pass(running()).state).state;
    const again = accepted(order(ended, { kind: 'reopen', ms: 300_000, reason: 'a cut' }, BEGAN + HOUR * 2));
    expect(viewOf(again.state).phase).toBe('running');
    expect(due(again.state)).toBe(BEGAN + HOUR * 2 + 300_000);
  });
});
