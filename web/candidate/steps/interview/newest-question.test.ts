import { newestUnopened } from './newest-question';

describe('2.1.8 the question that lights up', () => {
  it('is none while nothing was dispatched, or all were opened', () => {
    expect(newestUnopened([])).toBeNull();
    expect(newestUnopened([{ id: 'q1', dispatchedAt: 1, openedAt: 2 }])).toBeNull();
  });
  it('is the newest that was not opened', () =>
    expect(
      newestUnopened([
        { id: 'q2', dispatchedAt: 5, openedAt: null },
        { id: 'q3', dispatchedAt: 9, openedAt: 10 },
        { id: 'q1', dispatchedAt: 3, openedAt: null },
      ]),
    ).toBe('q2'));
});
