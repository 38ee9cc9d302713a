import { clock, consoleRow as row, here, never, queued, running } from '../test/console-row';
import { attention, lookOf, noteOf as noteFor, type Look } from './row-state';

const notice = { kind: 'notice', phase: 'reading' } as const;
const open = { status: 'open', caseId: 'c', reason: 'no-match', attemptsUsed: 3 } as const;
const cameras = { id: 'cameras', kind: 'cameras', status: 'done', at: 1 } as const;
const officer: Look = { unread: 0, givesTime: false };
const codes = (line: ReturnType<typeof row>) => attention(line, officer).map(({ code }) => code);
const noteOf = (line: ReturnType<typeof row>, unread = 0) => noteFor(line, { ...officer, unread });

describe('a line of the console', () => {
  it('is ready when both cameras and the bell are there', () =>
    expect(noteOf(row('1', { step: queued })).code).toBe('ready'));

  it('says that the face was not verified before anything else about cameras', () => {
    const presence = { 1: here, 2: never };
    const line = row('1', { step: queued, steps: [cameras], staff: { identity: open }, presence });
    expect(codes(line)).toEqual(['identity-open', 'second-camera-lost']);
  });

  it('misses no second camera where the flow joins none', () => {
    const line = row('1', { step: queued, presence: { 1: here, 2: never } });
    expect(noteOf(line).code).toBe('ready');
  });

  it('says first of all that nobody can reach the candidate', () => {
    const lost = { ...never, state: 'lost' } as const;
    const line = row('1', { step: queued, staff: { identity: open }, presence: { 1: lost, 2: here } });
    expect(codes(line)).toEqual(['camera-lost', 'identity-open']);
  });

  it('does not ask for a second camera that was waived', () => {
    const waived = [{ step: 'cameras', requirement: 'second-camera', by: 'staff:1', at: 1 }] as const;
    const line = row('1', { step: queued, staff: { waived: [...waived] }, presence: { 1: here, 2: never } });
    expect(noteOf(line).code).toBe('ready');
  });

  it('does not miss a second camera before the waiting area', () =>
    expect(noteOf(row('1', { step: notice, presence: { 1: here, 2: never } })).code).toBe('notice'));

  it('says locked rather than lost where that is known', () => {
    const locked = { ...never, state: 'locked' } as const;
    expect(noteOf(row('1', { step: queued, presence: { 1: here, 2: locked } })).code).toBe('locked');
  });
});

describe('a line that is about to change', () => {
  it('says away or invited before what can wait', () => {
    const away = { ...queued, phase: 'away', until: 9 } as const;
    expect(noteOf(row('1', { step: away, staff: { identity: open } })).code).toBe('away');
  });
  it('says until when an invitation runs, also when its candidate wrote', () => {
    const invited = {
      ...queued,
      ...({ phase: 'invited', by: 'staff:1', invitedAt: 0, expiresAt: 120, remindAt: 60 } as const),
      moreTimeGiven: false,
    } as const;
    expect(noteOf(row('1', { step: invited }), 1)).toMatchObject({ code: 'invited', until: 120 });
  });
});

describe('a line of the exam room', () => {
  it('says that time is up before anything about cameras', () => {
    const closing = { ...running, phase: 'closing' } as const;
    expect(noteOf(row('1', { step: closing, presence: { 1: here, 2: never } })).code).toBe('overtime');
  });
  it('says that it is ending before all else', () =>
    expect(noteOf(row('1', { step: { ...running, phase: 'ending' } })).code).toBe('ending'));
  it('says that the clock stands', () =>
    expect(noteOf(row('1', { step: running, clock: clock({ pausedSince: 5 }) })).code).toBe('paused'));
});

describe('a line of somebody who wrote', () => {
  it('says so with the number', () =>
    expect(noteOf(row('1', { step: queued }), 2)).toMatchObject({ code: 'written', count: 2 }));
});

describe('a line of somebody who was cut off while his clock ran', () => {
  const outages = [{ id: 'o', position: 1, began: 'lost', from: 2_000, to: 139_000 } as const];
  const line = { ...row('1', { step: running, clock: clock() }), outages };
  it('tells who may give time how much', () =>
    expect(noteFor(line, lookOf('examiner', {}, line))).toMatchObject({ code: 'outage', ms: 137_000 }));
  it('does not ask whoever may not', () =>
    expect(noteFor(line, lookOf('waiting-officer', {}, line)).code).toBe('interview'));
  it('asks no more once it is answered', () => {
    const entry = { kind: 'interval', cause: 'candidate-outage', by: 'staff:1', endedBy: 'staff:1' } as const;
    const answered = { ...entry, from: 2_000, to: 2_000, outages: ['o'], answeredAt: 200_000 };
    const after = { ...row('1', { step: running, clock: clock({ ledger: [answered] }) }), outages };
    expect(noteFor(after, lookOf('examiner', {}, after)).code).toBe('interview');
  });
});
