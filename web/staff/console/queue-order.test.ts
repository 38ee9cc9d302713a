import { consoleRow as row, here, never, queued } from '../test/console-row';
import { found, inOrder, nextInQueue } from './queue-order';
import { groupOf } from './row-state';

describe('the list', () => {
  it('keeps the queue in its order, then the room, then those who prepare, the absent and the finished', () => {
    const over = row('5', { step: null });
    const finished = {
      ...over,
      staff: over.staff && { ...over.staff, view: { ...over.staff.view, phase: 'over' as const } },
    };
    const absent = { ...row('4', { step: null }), staff: null };
    const preparing = row('3', { step: { kind: 'notice', phase: 'reading' } });
    const lines = [finished, absent, preparing, row('2', { step: queued }), row('1', { step: queued })];
    expect(inOrder(lines).map(({ ticket }) => ticket)).toEqual(['1', '2', '3', '4', '5']);
    expect(lines.map(groupOf)).toEqual(['over', 'absent', 'preparing', 'queue', 'queue']);
  });

  it('passes over who is away or out of reach when it names the next', () => {
    const away = row('1', { step: { ...queued, phase: 'away', until: 9 } });
    const lost = row('2', { step: queued, presence: { 1: { ...never, state: 'lost' }, 2: here } });
    expect(nextInQueue([row('3', { step: queued }), lost, away])?.ticket).toBe('3');
    expect(nextInQueue([lost, away])).toBeNull();
  });

  it('finds by a part of the name or of the ticket, whatever the spaces and capitals', () => {
    const named = (ticket: string, name: string) => ({ ...row(ticket, { step: queued }), name });
    const rows = [named('202701001', '王雨桐'), named('202701012', 'Ann Lee')];
    expect(found(rows, '雨').map(({ name }) => name)).toEqual(['王雨桐']);
    expect(found(rows, ' 012').map(({ name }) => name)).toEqual(['Ann Lee']);
    expect(found(rows, 'annl').map(({ name }) => name)).toEqual(['Ann Lee']);
    expect(found(rows, '')).toHaveLength(2);
  });
});
