import fc from 'fast-check';
import { tallyOf } from './tally';

const plain = { dropExtremesFrom: null, askWhenApart: null };
const strict = { dropExtremesFrom: 5, askWhenApart: 20 };
const sheets = (...totals: number[]) => totals.map((total, at) => ({ staffId: `s${at}`, total }));

describe('the tally of a panel', () => {
  it.each([
    ['one sheet', [88.5], 88.5],
    ['three sheets', [80, 85, 91], 85.33],
    ['halves up', [80, 80.01], 80.01],
    ['decimals that binary numbers do not have', [0.1, 0.2], 0.15],
  ])('is the mean of %s to two decimals', (_, totals, mean) =>
    expect(tallyOf(sheets(...totals), plain)?.mean).toBe(mean),
  );

  it('is nothing without sheets', () => expect(tallyOf([], plain)).toBeNull());

  it('leaves out the highest and the lowest from the size that the rule names', () => {
    expect(tallyOf(sheets(60, 80, 82, 84, 99), strict)).toMatchObject({ mean: 82, dropped: ['s0', 's4'] });
    expect(tallyOf(sheets(60, 80, 82, 99), strict)).toMatchObject({ mean: 80.25, dropped: [] });
  });

  it('leaves out two different sheets where all are equal', () =>
    expect(tallyOf(sheets(80, 80, 80, 80, 80), strict)).toMatchObject({ mean: 80, dropped: ['s0', 's4'] }));

  it('asks the panel where it is further apart than the rule says, dropped or not', () => {
    expect(tallyOf(sheets(60, 80), strict)?.apart).toBe(false);
    expect(tallyOf(sheets(60, 80.01), strict)?.apart).toBe(true);
    expect(tallyOf(sheets(0, 100), plain)?.apart).toBe(false);
  });

  it('lies between the sheets that count, in whatever order they come', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 }), (cents) => {
        const given = sheets(...cents.map((cent) => cent / 100));
        const tally = tallyOf(given, strict);
        const again = tallyOf([...given].reverse(), strict);
        expect(again).toEqual(tally);
        const totals = given.map(({ total }) => total);
        expect(tally?.mean).toBeGreaterThanOrEqual(Math.min(...totals));
        expect(tally?.mean).toBeLessThanOrEqual(Math.max(...totals));
      }),
    ));
});
