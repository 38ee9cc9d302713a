import { countOf, csvOf, filters, linesShown, type Line } from './lines';

const line = (ticket: string, outcome: Line['outcome'], name = '张三'): Line => ({
  ...{ sittingId: ticket, ticket, name, phone: null, room: { zh: '一', en: 'One' }, outcome },
  ...{ at: null, times: 0, reasons: [], browser: null, uplinkKbps: null, bytes: 0 },
});
const lines = [
  line('1', 'passed'),
  line('2', 'failed', '李四'),
  line('3', 'unfinished'),
  line('4', 'none', '王五'),
];
const tickets = (...given: Parameters<typeof linesShown>) => linesShown(...given).map(({ ticket }) => ticket);

describe('the lines of the office', () => {
  it('are filtered by how it went; broken off counts as trouble', () =>
    expect(filters.map((filter) => countOf(lines, filter))).toEqual([4, 2, 1, 1]));

  it('are found by name or ticket inside the filter', () => {
    expect(tickets(lines, 'all', ' 李四 ')).toEqual(['2']);
    expect(tickets(lines, 'trouble', '3')).toEqual(['3']);
    expect(tickets(lines, 'passed', '李四')).toEqual([]);
  });
});

describe('the exported file', () => {
  const body = (...row: (string | number | null)[]) => csvOf([row]).slice(1);
  it('begins with the mark of UTF-8', () => expect(csvOf([['一']]).charCodeAt(0)).toBe(0xfeff));
  it('quotes commas, quotes and line breaks', () =>
    expect(body('a,b', 'say "x"', 'two\nlines')).toBe('"a,b","say ""x""","two\nlines"\r\n'));
  it.each(['=1+1', '+8613800000000', '-1', '@cmd'])('never gives a spreadsheet a formula: %s', (text) =>
    expect(body(text)).toBe(`'${text}\r\n`),
  );
  it('leaves empty what is not known', () => expect(body(null, 3)).toBe(',3\r\n'));
});
