import type { Answer } from '#protocol/paper.schema';
import { merge } from './merge';

const wrote = (text: string, at: number, marked = false): Answer => ({
  value: { kind: 'fill', blanks: [text] },
  marked,
  at,
});

describe('two states of one paper', () => {
  it('keep what only one of them changed', () => {
    const merged = merge({
      before: { q1: wrote('old', 1), q2: wrote('old', 1) },
      pending: { q1: wrote('mine', 5) },
      theirs: { q1: wrote('old', 1), q2: wrote('theirs', 9) },
    });
    expect(merged).toEqual({ pending: { q1: wrote('mine', 5) }, clashes: [] });
  });

  it('let the later of two changes count, and keep the other beside it', () => {
    const sides = { before: {}, theirs: { q1: wrote('theirs', 7) } };
    const later = merge({ ...sides, pending: { q1: wrote('mine', 8) } });
    expect(later.pending).toEqual({ q1: wrote('mine', 8) });
    const earlier = merge({ ...sides, pending: { q1: wrote('mine', 6) } });
    expect(earlier.pending).toEqual({});
    for (const { clashes } of [later, earlier]) {
      expect(clashes).toMatchObject([{ question: 'q1', theirs: wrote('theirs', 7) }]);
    }
  });

  it('make no fuss where both say the same', () => {
    const merged = merge({ before: {}, pending: { q1: wrote('same', 3) }, theirs: { q1: wrote('same', 9) } });
    expect(merged).toEqual({ pending: {}, clashes: [] });
  });

  it('make no fuss where only a mark differs', () => {
    const merged = merge({
      before: {},
      pending: { q1: wrote('same', 10, true) },
      theirs: { q1: wrote('same', 9) },
    });
    expect(merged).toEqual({ pending: { q1: wrote('same', 10, true) }, clashes: [] });
  });
});
