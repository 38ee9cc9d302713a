import type { RecordedTake } from '#contract/takes';
import { chosenOf, numbered } from './numbered-takes';

const take = (id: string, question: string, status: string, counts = false): RecordedTake =>
  ({ take: { id, question, status }, positions: [], counts }) as unknown as RecordedTake;

const takes = numbered([
  { stepId: 'a', takes: [take('1', 'q1', 'broken'), take('2', 'q1', 'complete'), take('3', 'q2', 'broken')] },
  { stepId: 'b', takes: [take('4', 'q1', 'confirmed', true)] },
]);

describe('the takes of a candidate', () => {
  it('are numbered by their question, which two steps may name alike', () =>
    expect(takes.map(({ question }) => question)).toEqual([1, 1, 2, 3]));

  it('open with the one that counts, then with the last complete one, then with the last', () => {
    expect(chosenOf(takes, null)?.recorded.take.id).toBe('4');
    expect(chosenOf(takes.slice(0, 3), null)?.recorded.take.id).toBe('2');
    expect(chosenOf(takes.slice(2, 3), null)?.recorded.take.id).toBe('3');
    expect(chosenOf([], null)).toBeNull();
  });

  it('show the one that was chosen', () => expect(chosenOf(takes, '1')?.recorded.take.id).toBe('1'));
});
