import type { PaperProgress } from '#contract/answers';
import type { CandidateView } from '#protocol/views.schema';
import type { StepViews } from '#steps/schemas';
import { clock, consoleRow, here, never } from '../test/console-row';
import { countAt, endsOf, needsSomebody, needyFirst, paperRowOf } from './paper-row';

const NOW = 1_000_000;
const shown = { kind: 'paper', mode: 'online', position: null, mostSheets: null, print: false } as const;
const waiting: StepViews['paper'] = { ...shown, phase: 'waiting', enteredAt: 1 };
const given = { ...shown, enteredAt: 1, sealed: null, counted: null, opensAt: NOW - 90_000 } as const;
const open = (change: Partial<Extract<StepViews['paper'], { phase: 'open' }>> = {}): StepViews['paper'] => ({
  ...given,
  phase: 'open',
  openedAt: NOW - 80_000,
  savesUntil: null,
  ...change,
});
const steps: CandidateView['steps'] = [{ id: 'paper', kind: 'paper', status: 'now', at: 1 }];
const gone = { 1: { ...here, state: 'lost' }, 2: here } as const;
const seen = { stepId: 'paper', now: NOW, lookAt: () => ({ unread: 0, givesTime: true }) };
const sit = (ticket: string, step: CandidateView['step'], rest = {}) =>
  paperRowOf(consoleRow(ticket, { step, steps, clock: clock(), ...rest }), null, seen);
const placeOf = (step: CandidateView['step'], rest = {}) => sit('1', step, rest).place;

describe('a line of the hall', () => {
  it('says how far a candidate is with the paper', () => {
    expect(placeOf(waiting)).toBe('waiting');
    expect(placeOf(open({ opensAt: NOW + 1 }))).toBe('soon');
    expect(placeOf(open({ openedAt: null }))).toBe('unopened');
    expect(placeOf(open())).toBe('writing');
    expect(placeOf(open(), { clock: clock({ pausedSince: 5 }) })).toBe('paused');
    expect(placeOf({ ...given, openedAt: 1, phase: 'photographing', pensDownAt: 5 })).toBe('photographing');
  });

  it('knows who has not come yet, and who is still on the way', () => {
    const absent = { ...consoleRow('1', { step: null }), staff: null };
    expect(paperRowOf(absent, null, seen).place).toBe('absent');
    const ahead = [{ id: 'paper', kind: 'paper', status: 'next', at: null }];
    expect(placeOf({ kind: 'notice' } as CandidateView['step'], { steps: ahead })).toBe('on-the-way');
  });

  it('writes as soon as something is saved, whether his page said that it is open or not', () => {
    const saved = { online: { revision: 1, savedAt: 5, answered: 1 } } as PaperProgress;
    const row = consoleRow('1', { step: open({ openedAt: null }), steps, clock: clock() });
    expect(paperRowOf(row, saved, seen)).toMatchObject({ place: 'writing', late: false });
  });

  it('is handed in once the server says so, whatever comes after', () => {
    const done = [
      { id: 'paper', kind: 'paper', status: 'done', at: 1 },
      { id: 'x', kind: 'notice', status: 'now', at: 2 },
    ] as const;
    const row = consoleRow('1', { step: { kind: 'notice' } as CandidateView['step'], steps: [...done] });
    const progress = { handedIn: { at: 5, cause: 'candidate' } } as PaperProgress;
    expect(paperRowOf(row, progress, seen).place).toBe('handed-in');
    expect(paperRowOf(row, null, seen).place).toBe('past');
  });

  it('needs somebody who is offline while he writes', () => {
    const [note] = sit('1', open(), { presence: gone }).notes;
    expect(note?.code).toBe('camera-lost');
  });

  it('misses no second camera where the flow has none, nor one that photographs', () => {
    expect(sit('1', open(), { presence: { 1: here, 2: never } }).notes).toEqual([]);
    const photographing: StepViews['paper'] = {
      ...{ ...given, mode: 'photographed', position: 2, mostSheets: 9 },
      ...{ openedAt: 1, phase: 'photographing', pensDownAt: 5 },
    };
    expect(sit('1', photographing, { presence: { 1: here, 2: never } }).notes).toEqual([]);
    const cameras = [{ id: 'c', kind: 'cameras', status: 'done', at: 1 }, ...steps];
    const missing = sit('1', open(), { presence: { 1: here, 2: never }, steps: cameras });
    expect(missing.notes.map(({ code }) => code)).toEqual(['second-camera-lost']);
  });

  it('is late a minute after the paper was handed out and is not open', () => {
    expect(sit('1', open({ openedAt: null })).late).toBe(true);
    expect(sit('1', open({ openedAt: null, opensAt: NOW - 30_000 })).late).toBe(false);
    expect(sit('1', open()).late).toBe(false);
  });
});

describe('the list of the hall', () => {
  const rows = [
    sit('1', open()),
    sit('2', open({ openedAt: null })),
    sit('3', open(), { presence: gone }),
    sit('4', null, { steps: [{ id: 'paper', kind: 'paper', status: 'done', at: 1 }] }),
  ];

  it('begins with who needs somebody, and ends with who is done', () => {
    const listed = needyFirst(rows);
    expect(listed.map(({ row }) => row.ticket)).toEqual(['3', '2', '1', '4']);
    expect(listed.map(needsSomebody)).toEqual([true, true, false, false]);
  });

  it('knows when the first and the last clock of those who write runs out', () => {
    const later = sit('5', open(), { clock: clock({ deadlineAt: 1_501_000 }) });
    const held = sit('6', open(), { clock: clock({ deadlineAt: null, pausedSince: 5 }) });
    expect(endsOf([...rows, later, held])).toEqual({ first: 1_201_000, last: 1_501_000 });
    expect(endsOf([held])).toBeNull();
  });

  it('is counted by place', () => expect(countAt(rows, 'writing', 'unopened')).toBe(3));
});
