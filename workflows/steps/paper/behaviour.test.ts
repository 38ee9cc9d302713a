import type { StepMachines } from '#steps/schemas';
import fc from 'fast-check';
import { isRefusal } from '#protocol/refusals';
import type { ClockEntry } from '#protocol/views.schema';
import { accepted, around, kinds, moment } from '../../test/scene';
import { paper } from './behaviour';
import { paperView } from './schema';
import type { PaperState } from './state';

type Machine = StepMachines['paper'];
const online: Machine = {
  id: 'paper',
  kind: 'paper',
  mode: 'online',
  minutes: 120,
  print: false,
  dispatch: { by: 'order' },
  closingSeconds: 30,
};
const photographed: Machine = {
  id: 'paper',
  kind: 'paper',
  mode: 'photographed',
  minutes: 120,
  print: true,
  dispatch: { by: 'order' },
  position: 2,
  mostSheets: 9,
  photographMinutes: 15,
  uploadMinutes: 60,
};
const MINUTE = 60_000;
const OPENS = 1_000_000;
const TWO_HOURS = 120 * MINUTE;
const staff = 'staff:invigilator';
const ONE = '01ARZ3NDEKTSV4RRFFQ69G5FA1';
const TWO = '01ARZ3NDEKTSV4RRFFQ69G5FA2';
type Surroundings = NonNullable<Parameters<typeof around>[0]>;

const scene = (step: Machine, state: PaperState, changes: Surroundings = {}) => ({
  step,
  state,
  around: around(changes),
});
const waiting = (step: Machine) => paper.enter(step, around(), moment(500_000)).state;
const dispatchTo = (step: Machine, state: PaperState, opensAt: number, at = opensAt) =>
  paper.onOrder(scene(step, state), { kind: 'dispatch-paper', opensAt }, moment(at, staff));
const open = (step: Machine) => accepted(dispatchTo(step, waiting(step), OPENS)).state;
const ask = (step: Machine, state: PaperState, name: 'open' | 'pens-down' | 'hand-in', at: number) =>
  paper.accept(scene(step, state), { name: `paper.${name}` }, moment(at));
const seal = (state: PaperState, setId: string, version: number, at: number, sheets = 3) =>
  paper.onResult(
    scene(photographed, state),
    { kind: 'sheets-sealed', setId, version, sheets, digest: 'd'.repeat(64) },
    moment(at),
  );
const receive = (state: PaperState, setId: string, at: number) =>
  paper.onResult(scene(photographed, state), { kind: 'sheets-received', setId, at }, moment(at, 'system'));
const viewOf = (step: Machine, state: PaperState, changes: Surroundings = {}) =>
  paperView.parse(paper.view(scene(step, state, changes)));
const due = (step: Machine, state: PaperState, changes: Surroundings = {}) =>
  paper.deadline(scene(step, state, changes));
const pass = (step: Machine, state: PaperState, changes: Surroundings = {}) =>
  paper.onDeadline(scene(step, state, changes), moment(due(step, state, changes) ?? 0, 'system'));
const extension = (ms: number, at: number): ClockEntry => ({ kind: 'extension', ms, at, by: staff });

describe('the dispatch of a paper (2.2.1)', () => {
  it('waits for the invigilator and shows nothing before', () => {
    expect(viewOf(online, waiting(online)).phase).toBe('waiting');
    expect(paper.clock(scene(online, waiting(online)))).toBeNull();
    expect(ask(online, waiting(online), 'open', 600_000)).toEqual({ refused: 'NOT_NOW' });
  });

  it('starts the clock at the instant of the order, whenever the sitting hears of it', () => {
    const late = paper.onOrder(
      scene(online, waiting(online)),
      { kind: 'dispatch-paper', opensAt: OPENS },
      moment(OPENS, staff, { seenAt: OPENS + 9_000 }),
    );
    expect(due(online, accepted(late).state)).toBe(OPENS + TWO_HOURS);
  });

  it('opens at a set time, which a later order moves until then', () => {
    const planned = accepted(dispatchTo(online, waiting(online), OPENS, 700_000)).state;
    expect(ask(online, planned, 'open', OPENS - 1)).toEqual({
      refused: 'NOT_NOW',
      details: { opensAt: OPENS },
    });
    const moved = accepted(dispatchTo(online, planned, OPENS + 5_000, 800_000)).state;
    expect(viewOf(online, moved)).toMatchObject({ phase: 'open', opensAt: OPENS + 5_000 });
    expect(dispatchTo(online, moved, OPENS + 9_000, OPENS + 5_000)).toMatchObject({
      refused: 'ALREADY_DONE',
      details: { by: staff, at: OPENS + 5_000 },
    });
  });

  it('gives a late comer what was dispatched, on the clock of the room', () => {
    const dispatched = [{ paper: 'paper', opensAt: OPENS, by: staff }];
    const late = paper.enter(online, around({ dispatched }), moment(OPENS + 10 * MINUTE));
    expect(due(online, late.state)).toBe(OPENS + TWO_HOURS);
    expect(ask(online, late.state, 'open', OPENS + 10 * MINUTE)).toMatchObject({
      events: [{ kind: 'paper.opened' }],
    });
  });

  it('opens by the exam’s clock or on entering where the flow says so, with extra time', () => {
    const byTime: Machine = { ...online, dispatch: { by: 'time', at: OPENS } };
    expect(due(byTime, paper.enter(byTime, around(), moment(1)).state)).toBe(OPENS + TWO_HOURS);
    const byEntry: Machine = { ...online, dispatch: { by: 'entry' } };
    const extra = paper.enter(byEntry, around({ extraMs: 5 * MINUTE }), moment(OPENS));
    expect(due(byEntry, extra.state)).toBe(OPENS + TWO_HOURS + 5 * MINUTE);
  });

  it('can be for one candidate alone, by the name of the step', () => {
    const one = (question: string) =>
      paper.onOrder(scene(online, waiting(online)), { kind: 'dispatch', question }, moment(OPENS, staff));
    expect(accepted(one('paper')).state.dispatched).toEqual({ opensAt: OPENS, by: staff });
    expect(one('q1')).toEqual({ refused: 'NO_SUCH_QUESTION' });
  });
});

describe('a paper answered on screen (2.2.1 b)', () => {
  const closed = () => pass(online, open(online)).state;

  it('records the first opening and no other', () => {
    const seen = accepted(ask(online, open(online), 'open', OPENS + 50));
    expect(kinds(seen)).toEqual(['paper.opened']);
    expect(accepted(ask(online, seen.state, 'open', OPENS + 99)).events).toEqual([]);
  });

  it('is sealed on the server before the sitting goes on', () => {
    const handed = accepted(ask(online, open(online), 'hand-in', OPENS + MINUTE));
    expect(handed.done).toBeUndefined();
    expect(handed.effects).toEqual([
      { kind: 'collect-paper', mode: 'online', until: OPENS + MINUTE, sets: [] },
    ]);
    expect(viewOf(online, handed.state)).toMatchObject({ phase: 'collecting', cause: 'candidate' });
    const collected = { mode: 'online', revision: 12, digest: 'e'.repeat(64) } as const;
    const over = accepted(
      paper.onResult(
        scene(online, handed.state),
        { kind: 'paper-collected', collected },
        moment(OPENS + 2 * MINUTE, 'system'),
      ),
    );
    expect(over).toMatchObject({
      done: 'done',
      events: [{ kind: 'paper.handed-in', details: { collected } }],
    });
    expect(over.ended).toBeUndefined();
  });

  it('closes at the deadline, takes what comes within the grace, and is collected after it', () => {
    expect(viewOf(online, closed())).toMatchObject({
      phase: 'closing',
      savesUntil: OPENS + TWO_HOURS + 30_000,
    });
    expect(isRefusal(ask(online, closed(), 'hand-in', OPENS + TWO_HOURS + 30_000))).toBe(false);
    expect(ask(online, closed(), 'hand-in', OPENS + TWO_HOURS + 30_001)).toMatchObject({
      refused: 'TOO_LATE',
    });
    expect(due(online, closed())).toBe(OPENS + TWO_HOURS + 30_000);
    const collected = pass(online, closed());
    expect(collected.state.ending).toEqual({ by: 'system', at: OPENS + TWO_HOURS, cause: 'clock' });
  });

  it('opens again by an extension within the grace', () => {
    const ledger = [extension(5 * MINUTE, OPENS + TWO_HOURS + 10_000)];
    expect(viewOf(online, closed(), { ledger })).toMatchObject({ phase: 'open' });
    expect(due(online, closed(), { ledger })).toBe(OPENS + TWO_HOURS + 5 * MINUTE);
  });

  it('takes saves without a bound while the room is paused', () => {
    const ledger: ClockEntry[] = [
      { kind: 'interval', cause: 'room-pause', from: OPENS + 5, to: null, by: staff, endedBy: null },
    ];
    expect(viewOf(online, open(online), { ledger })).toMatchObject({ phase: 'open', savesUntil: null });
    expect(due(online, open(online), { ledger })).toBeNull();
  });

  it('is taken in by staff as it stands', () => {
    const taken = paper.onOrder(scene(online, open(online)), { kind: 'collect' }, moment(OPENS + 9, staff));
    expect(accepted(taken).state.ending).toEqual({ by: staff, at: OPENS + 9, cause: 'staff' });
    const again = paper.onOrder(
      scene(online, accepted(taken).state),
      { kind: 'collect' },
      moment(OPENS + 20, 'staff:two'),
    );
    expect(again).toEqual({ refused: 'ALREADY_DONE', details: { by: staff, at: OPENS + 9 } });
  });

  it('knows nothing of sheets and pens', () => {
    expect(ask(online, open(online), 'pens-down', OPENS + 1)).toEqual({ refused: 'NOT_NOW' });
  });

  it('goes on with a fresh clock when it is reopened', () => {
    const handed = accepted(ask(online, open(online), 'hand-in', OPENS + MINUTE)).state;
    const order = { kind: 'reopen', ms: 10 * MINUTE, reason: 'handed in by mistake' } as const;
    const again = accepted(paper.onOrder(scene(online, handed), order, moment(OPENS + 5 * MINUTE, staff)));
    expect(due(online, again.state)).toBe(OPENS + 15 * MINUTE);
    expect(again.state.ending).toBeNull();
  });

  it('is sealed although the doors are shut around it', () => {
    expect(paper.abandon?.(scene(online, open(online)), moment(OPENS + 5, staff))).toEqual([
      { kind: 'collect-paper', mode: 'online', until: OPENS + 5, sets: [] },
    ]);
    expect(paper.abandon?.(scene(online, waiting(online)), moment(OPENS + 5, staff))).toEqual([]);
  });
});

describe('a photographed paper (2.2.1 a)', () => {
  const pensDown = () => pass(photographed, open(photographed)).state;
  const END = OPENS + TWO_HOURS;
  const LAST_SEAL = END + 15 * MINUTE;

  it('has its pens down at the deadline, then a time for photographs', () => {
    expect(viewOf(photographed, pensDown())).toMatchObject({ phase: 'photographing', pensDownAt: END });
    expect(paper.clock(scene(photographed, pensDown()))).toMatchObject({
      startedAt: END,
      totalMs: 15 * MINUTE,
    });
    expect(due(photographed, pensDown())).toBe(LAST_SEAL + 3_000);
  });

  it('has them down earlier by the candidate, for good', () => {
    const down = accepted(ask(photographed, open(photographed), 'pens-down', OPENS + MINUTE)).state;
    expect(down).toMatchObject({ phase: 'photographing', pensDownAt: OPENS + MINUTE });
    expect(accepted(ask(photographed, down, 'pens-down', OPENS + 2 * MINUTE)).events).toEqual([]);
  });

  it('never has them down later than the clock says', () => {
    const late = accepted(ask(photographed, open(photographed), 'pens-down', END + 2_000)).state;
    expect(late.pensDownAt).toBe(END);
  });

  it('counts the last set that is complete: a new one replaces it only then', () => {
    const one = accepted(seal(pensDown(), ONE, 1, END + 1)).state;
    expect(viewOf(photographed, one)).toMatchObject({ sealed: { setId: ONE }, counted: null });
  });

  it.each([
    ['in the order of the seals', ['one', 'two'], 'two'],
    ['also where the first arrives last', ['two', 'one'], 'two'],
    ['and the first as long as the second is not there', ['one'], 'one'],
  ] as const)('counts complete sets %s', (_, arrivals, counts) => {
    const id = { one: ONE, two: TWO };
    const first = accepted(seal(pensDown(), id.one, 1, END + 1)).state;
    const both = accepted(seal(first, id.two, 2, END + 2)).state;
    const after = arrivals.reduce((state, name, index) => {
      const outcome = receive(state, id[name], END + 10 + index);
      return isRefusal(outcome) ? state : outcome.state;
    }, both);
    expect(viewOf(photographed, after)).toMatchObject({ counted: { setId: id[counts] } });
  });

  it('takes seals stamped by the last seal and none after it', () => {
    expect(isRefusal(seal(pensDown(), ONE, 1, LAST_SEAL))).toBe(false);
    expect(seal(pensDown(), ONE, 1, LAST_SEAL + 1)).toEqual({
      refused: 'TOO_LATE',
      details: { closedAt: LAST_SEAL },
    });
  });

  it('takes no more sheets than the flow says', () => {
    expect(seal(pensDown(), ONE, 1, END + 1, 10)).toEqual({
      refused: 'TOO_MANY_SHEETS',
      details: { limit: 9 },
    });
  });

  it('waits after the last seal for the last byte, and hands in with it', () => {
    const sealed = accepted(seal(pensDown(), ONE, 1, LAST_SEAL - 1)).state;
    const uploading = pass(photographed, sealed).state;
    expect(viewOf(photographed, uploading).phase).toBe('uploading');
    expect(due(photographed, uploading)).toBe(LAST_SEAL + 60 * MINUTE + 3_000);
    expect(seal(uploading, TWO, 2, LAST_SEAL + 1)).toMatchObject({ refused: 'TOO_LATE' });
    const all = accepted(receive(uploading, ONE, LAST_SEAL + 5 * MINUTE));
    expect(kinds(all)).toEqual(['paper.received', 'paper.collecting']);
    expect(all.effects).toMatchObject([{ kind: 'collect-paper', sets: [ONE] }]);
  });

  it('never waits for bytes until an instant that has passed, however long the grace was', () => {
    const short: Machine = { ...photographed, uploadMinutes: 5 };
    const sealed = accepted(seal(pensDown(), ONE, 1, LAST_SEAL - 1)).state;
    const changes = { isOutageOpen: true };
    const acted = due(short, sealed, changes) ?? 0;
    const uploading = pass(short, sealed, changes).state;
    expect(due(short, uploading, changes)).toBeGreaterThan(acted);
  });

  it('is collected at the last byte although something is missing', () => {
    const sealed = accepted(seal(pensDown(), ONE, 1, LAST_SEAL - 1)).state;
    const over = pass(photographed, pass(photographed, sealed).state);
    expect(over.state).toMatchObject({ phase: 'collecting', ending: { cause: 'clock' } });
  });

  it('is collected at the last seal where nothing is under way', () => {
    expect(pass(photographed, pensDown()).state.phase).toBe('collecting');
  });

  it('is handed in by the candidate once a set is complete', () => {
    const sealed = accepted(seal(pensDown(), ONE, 1, END + 1)).state;
    expect(ask(photographed, sealed, 'hand-in', END + 2)).toEqual({ refused: 'SHEETS_MISSING' });
    const complete = accepted(receive(sealed, ONE, END + 3)).state;
    expect(accepted(ask(photographed, complete, 'hand-in', END + 4)).state.phase).toBe('collecting');
  });

  it('is taken in by staff in two steps: pens first, then what has arrived', () => {
    const first = accepted(
      paper.onOrder(scene(photographed, open(photographed)), { kind: 'collect' }, moment(OPENS + 9, staff)),
    );
    expect(first.state.phase).toBe('photographing');
    const second = paper.onOrder(
      scene(photographed, first.state),
      { kind: 'collect' },
      moment(OPENS + 99, staff),
    );
    expect(accepted(second).state.phase).toBe('collecting');
  });

  it('gives an outage’s grace to the last seal', () => {
    const changes = { isOutageOpen: true };
    expect(due(photographed, pensDown(), changes)).toBe(LAST_SEAL + 300_000);
  });
});

describe('any course of a paper', () => {
  const act = fc.oneof(
    fc.record({
      do: fc.constantFrom('open', 'pens-down', 'hand-in', 'collect', 'pass'),
      at: fc.nat(9_000_000),
    }),
    fc.record({ do: fc.constantFrom('seal', 'receive'), at: fc.nat(9_000_000), set: fc.nat(3) }),
  );
  type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

  const step = (machine: Machine, state: PaperState, given: Act): PaperState => {
    const at = OPENS + given.at;
    const set = 'set' in given ? given.set : 0;
    const answer = (() => {
      switch (given.do) {
        case 'seal':
          return seal(state, `01ARZ3NDEKTSV4RRFFQ69G5FA${set}`, set + 1, at);
        case 'receive':
          return receive(state, `01ARZ3NDEKTSV4RRFFQ69G5FA${set}`, at);
        case 'collect':
          return paper.onOrder(scene(machine, state), { kind: 'collect' }, moment(at, staff));
        case 'pass':
          return due(machine, state) === null ? { state, events: [] } : pass(machine, state);
        default:
          return ask(machine, state, given.do as 'open', at);
      }
    })();
    return isRefusal(answer) ? state : answer.state;
  };

  it.each([
    ['on screen', online],
    ['photographed', photographed],
  ] as const)('%s shows a valid view, never takes pens up again, and collects once', (_, machine) => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        let state = open(machine);
        for (const given of acts) {
          const before = state;
          state = step(machine, state, given);
          viewOf(machine, state);
          if (before.pensDownAt !== null) expect(state.pensDownAt).toBe(before.pensDownAt);
          if (before.ending) expect(state.ending).toEqual(before.ending);
          const counted = before.sets.findLast(({ receivedAt }) => receivedAt !== null);
          const now = state.sets.findLast(({ receivedAt }) => receivedAt !== null);
          if (counted) expect(now).toBeDefined();
        }
      }),
      { numRuns: 500 },
    );
  });
});
