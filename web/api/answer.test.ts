import { z } from 'zod';
import { readBy, refusalOf } from './answer';

const shape = z.strictObject({ a: z.number(), b: z.union([z.strictObject({ c: z.string() }), z.null()]) });

describe('reading an answer', () => {
  it('lets fields of a newer server through', () =>
    expect(readBy(shape, { a: 1, b: { c: 'x', d: 2 }, e: 3 })).toMatchObject({ a: 1, b: { c: 'x' } }));
  it('does not read what is wrong in a known field', () => {
    expect(readBy(shape, { a: '1', b: null })).toBeUndefined();
    expect(readBy(shape, { a: 1, b: { c: 3, d: 2 } })).toBeUndefined();
  });
});

describe('reading a refusal', () => {
  it('takes code and details', () =>
    expect(refusalOf(409, { refused: 'TOO_EARLY', details: { opensAt: 5 }, requestId: 'r' })).toEqual({
      refused: 'TOO_EARLY',
      details: { opensAt: 5 },
    }));
  it('understands a proxy that answered in the server’s place', () => {
    expect(refusalOf(502, '<html>')).toEqual({ refused: 'UNAVAILABLE' });
    expect(refusalOf(500, null)).toEqual({ refused: 'INTERNAL' });
  });
});
