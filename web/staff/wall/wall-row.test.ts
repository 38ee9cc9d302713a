import type { ConsoleRow } from '#protocol/live.schema';
import type { FactTotal } from '#steps/proctored/schema';
import { needsLook, needyFirst, shownOf, wallRowOf, type Stills } from './wall-row';

const NOW = 1_000_000;
const look = { unread: 0, givesTime: true };
const device = (state: 'live' | 'lost') => ({ state, lastSeenAt: NOW, device: null });

type Phase = 'ready' | 'running' | 'looking-back';
const rowOf = (ticket: string, phase: Phase, facts: FactTotal[] = [], second: 'live' | 'lost' = 'live') => {
  const began = { at: NOW - 600_000, by: 'candidate', client: 'browser', screen: true };
  const step = { kind: 'proctored', phase, facts, began, stillSeconds: 30, enteredAt: NOW, scan: null };
  const view = { phase: 'going-on', step, stepId: 'exam', steps: [], clock: null };
  const staff = { view, identity: { status: 'passed' }, waived: [] };
  const presence = { 1: device('live'), 2: device(second) };
  return { sittingId: ticket, ticket, name: ticket, presence, staff } as unknown as ConsoleRow;
};
const fresh: Stills = { 'camera-1': { at: NOW - 10_000, url: '' } };
const wall = (row: ConsoleRow, stills = fresh) => wallRowOf(row, stills, look, NOW);
const left = (openSince: number | null): FactTotal => ({
  ...{ fact: 'page-left', count: 1, ms: 5_000, lastAt: NOW - 5_000, openSince },
});

describe('who needs a look at the wall (2.3)', () => {
  it('says why: a fact that lasts, a lost camera, pictures that stopped', () => {
    expect(wall(rowOf('1', 'running', [left(NOW - 4_000)])).reasons).toEqual([
      { kind: 'lasts', fact: 'page-left', since: NOW - 4_000 },
    ]);
    expect(wall(rowOf('1', 'running', [], 'lost')).reasons).toMatchObject([
      { kind: 'note', note: { code: 'second-camera-lost' } },
    ]);
    expect(wall(rowOf('1', 'running'), { 'camera-1': { at: NOW - 76_000, url: '' } }).reasons).toEqual([
      { kind: 'stale', since: NOW - 76_000 },
    ]);
  });

  it('forgets what is over: it stays in the record and asks for nobody', () => {
    expect(wall(rowOf('1', 'running', [left(null)])).reasons).toEqual([]);
    expect(wall(rowOf('1', 'looking-back', [left(null)], 'lost')).reasons).toEqual([]);
  });

  it('comes first, whoever it is among a thousand random facts', () => {
    const rows = Array.from({ length: 500 }, (_, n) => rowOf(String(n).padStart(4, '0'), 'running'));
    const needy = new Set<string>();
    for (let n = 0; n < 1_000; n += 1) {
      const at = Math.floor(Math.random() * rows.length);
      const opens = Math.random() < 0.5;
      const ticket = String(at).padStart(4, '0');
      rows[at] = rowOf(ticket, 'running', [left(opens ? NOW - n : null)]);
      if (opens) needy.add(ticket);
      else needy.delete(ticket);
    }
    const sorted = needyFirst(rows.map((row) => wall(row)));
    expect(new Set(sorted.slice(0, needy.size).map(({ row }) => row.ticket))).toEqual(needy);
    expect(sorted.slice(needy.size).some(needsLook)).toBe(false);
  });

  it('leaves those who have ended for the last', () => {
    const rows = [rowOf('1', 'looking-back'), rowOf('2', 'ready'), rowOf('3', 'running')];
    expect(needyFirst(rows.map((row) => wall(row))).map(({ row }) => row.ticket)).toEqual(['3', '2', '1']);
  });
});

describe('a wall of five hundred', () => {
  it('never has more than sixty tiles in the page', () => {
    for (const layout of ['4', '9', '16', '25', 'list'] as const)
      for (const width of [390, 1_000, 1_440])
        for (let scrolled = 0; scrolled < 20_000; scrolled += 777) {
          const { from, to } = shownOf(layout, 500, { width, height: 800, scrolled });
          expect(to - from).toBeLessThanOrEqual(60);
        }
  });

  it('shows what is in view', () => {
    const at = { width: 1_000, height: 700, scrolled: 0 };
    const { columns, from, to, total, rowPx } = shownOf('16', 500, at);
    expect([columns, from]).toEqual([4, 0]);
    expect(to).toBeGreaterThanOrEqual(16);
    expect(total).toBe(125 * rowPx);
    expect(shownOf('25', 500, { ...at, width: 390 }).columns).toBe(2);
  });
});
