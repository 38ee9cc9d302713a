import { checkScores, valuesOf } from './score-state';

const text = { zh: '项', en: 'item' };
const criteria = [
  { id: 'ground', title: text, max: 30 },
  { id: 'thought', title: text, max: 25 },
];

describe('a score sheet', () => {
  it('adds up what is there and names what is missing', () =>
    expect(checkScores(criteria, { ground: '26' })).toEqual({
      total: 26,
      outOf: 55,
      missing: ['thought'],
      wrong: [],
    }));
  it('does not count a number beyond its range, nor anything that is not a whole number', () => {
    expect(checkScores(criteria, { ground: '31', thought: '2.5' })).toMatchObject({
      total: 0,
      wrong: ['ground', 'thought'],
    });
    expect(valuesOf(criteria, { ground: '31', thought: '0' })).toEqual({ thought: 0 });
  });
});
