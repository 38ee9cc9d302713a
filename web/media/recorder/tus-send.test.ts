import { outcomeOf } from './tus-send';

const body = (refused: string) => JSON.stringify({ refused });

describe('what an answer to a slice means', () => {
  it('is to try again where nobody answered, or a part of ours is away', () => {
    expect(outcomeOf(null, '')).toEqual({ kind: 'again' });
    expect(outcomeOf(503, body('UNAVAILABLE'))).toEqual({ kind: 'again' });
    expect(outcomeOf(502, '<html>')).toEqual({ kind: 'again' });
    expect(outcomeOf(423, '')).toEqual({ kind: 'again' });
  });
  it('is to stop where the position or the session is lost', () => {
    expect(outcomeOf(409, body('SUPERSEDED'))).toEqual({ kind: 'stop', code: 'SUPERSEDED' });
    expect(outcomeOf(401, '')).toEqual({ kind: 'stop', code: 'NOT_SIGNED_IN' });
  });
  it('is otherwise the no that was given', () =>
    expect(outcomeOf(409, body('TOO_LATE'))).toEqual({ kind: 'refused', code: 'TOO_LATE' }));
});
