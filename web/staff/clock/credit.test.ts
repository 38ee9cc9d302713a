import { canBeParted, creditOf, givenBack, typedSpan } from './credit';

const owed = { outages: ['o'], positions: [1], from: 1_000, to: 138_000, ms: 137_000 } as const;

describe('time given back', () => {
  it('is the whole outage in one press', () =>
    expect(creditOf(owed, 137_000, 'candidate-outage', '断线')).toEqual({
      ...{ kind: 'credit', cause: 'candidate-outage', from: 1_000, to: 138_000 },
      ...{ reason: '断线', outages: ['o'] },
    }));
  it('is the beginning of it where a part was typed', () =>
    expect(creditOf(owed, 60_000, 'candidate-outage', '断线')).toMatchObject({ from: 1_000, to: 61_000 }));
  it('is nothing where it is refused, and the outage is answered', () =>
    expect(creditOf(owed, 0, 'candidate-outage', '自己离开')).toMatchObject({
      from: 1_000,
      to: 1_000,
      outages: ['o'],
    }));
  it('is never more than was lost', () => {
    expect(givenBack(owed, 'part', '2:17')).toBe(137_000);
    expect(givenBack(owed, 'part', '2:18')).toBeNull();
    expect(givenBack(owed, 'part', '0')).toBeNull();
  });
  it('has no part where a pause covers its middle', () =>
    expect(canBeParted({ ...owed, ms: 100_000 })).toBe(false));
});

describe('a typed span', () => {
  it.each([
    ['2:17', 137_000],
    ['2：17', 137_000],
    ['137', 137_000],
    [' 5 ', 5_000],
  ])('%s is %d ms', (text, ms) => expect(typedSpan(text)).toBe(ms));
  it.each(['', 'x', '2:60', '1:2:3', '-5', '2.5'])('"%s" is none', (text) =>
    expect(typedSpan(text)).toBeNull(),
  );
});
