import { lineOf, placeOf } from './fault-place';

const fault = { line: null, column: null, path: '', message: { zh: '错', en: 'wrong' } };

describe('the place of a fault in a paper', () => {
  it('is a line and a column of a YAML file', () =>
    expect(placeOf({ ...fault, line: 3, column: 7, path: 'sections[0]' })).toEqual({
      kind: 'line',
      line: 3,
      column: 7,
    }));
  it('is a cell of a spreadsheet', () =>
    expect(placeOf({ ...fault, path: 'Sheet1!C7' })).toEqual({ kind: 'cell', cell: 'Sheet1!C7' }));
  it('is the whole file where nothing nearer is known', () =>
    expect(placeOf({ ...fault, path: 'page 2' })).toEqual({ kind: 'file' }));
  it('is shown with the words of its line', () => {
    expect(lineOf('a\r\nb: 1\nc', { ...fault, line: 2 })).toBe('b: 1');
    expect(lineOf('a\n\nc', { ...fault, line: 2 })).toBeNull();
    expect(lineOf(null, { ...fault, line: 1 })).toBeNull();
  });
});
