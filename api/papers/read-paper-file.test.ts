import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { markPdf } from './mark-pdf';
import { marksOf } from './marking';
import { partPaper } from './paper-source';
import { readPaperFile } from './read-paper-file';
import { workbook } from './test/workbook';

const yaml = readFileSync(join(__dirname, 'test/paper.yaml'), 'utf8');
const images = new Set(['poster.png']);
const read = (name: string, content: string | Buffer) =>
  readPaperFile({ name, bytes: Buffer.from(content) }, images);
const faultsOf = async (name: string, content: string | Buffer) =>
  (await read(name, content)).faults.map(({ path, line, message }) => ({ path, line, said: message.en }));

const titles = ['题型', '部分', '题干', '选项A', '选项B', '选项C', '答案', '分值', '字数'];
const rows = [
  titles,
  ['单选', '第一部分', '1 + 1 = ?', '1', '2', '3', 'B', 5, ''],
  ['多选', '第一部分', 'Which are primes?', '2', '3', '4', 'A,B', 5, ''],
  ['填空', '第二部分', 'π is about {{1}}, e about {{2}}.', '', '', '', '3.14|3.1416; 2.718', 4, ''],
  ['论述', '第二部分', 'Write about white space.', '', '', '', '', 30, '600-800'],
];
const csv = (lines: readonly (readonly unknown[])[]) =>
  lines.map((line) => line.map((cell) => `"${String(cell)}"`).join(',')).join('\r\n');

const pdf = async (make: (document: PDFDocument) => void = () => undefined) => {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  for (const number of [1, 2, 3])
    document.addPage().drawText(`Question ${number}`, { x: 60, y: 700, size: 20, font });
  make(document);
  return Buffer.from(await document.save());
};

describe('a paper of questions in YAML', () => {
  it('is read whole', async () => {
    const reading = await read('paper.yaml', yaml);
    expect(reading.faults).toEqual([]);
    expect(reading.form).toBe('questions');
  });

  it('parts into what is shown and what is kept: no key is in what is shown', async () => {
    const reading = await read('paper.yaml', yaml);
    if (reading.form !== 'questions') throw new Error('not read');
    const { shown, key } = partPaper(reading.paper);
    expect(JSON.stringify(shown)).not.toMatch(/accept|"key"|rubric|partial|3\.1416/);
    expect(key).toMatchObject({ q1: { kind: 'single', right: 'B' }, white: { kind: 'essay' } });
    expect(shown.points).toBe(44);
  });

  it.each([
    ['a key that is no choice', [/key: B/, 'key: D'], 'sections[1].questions[1].key', /none of the choices/],
    [
      'a kind that there is not',
      [/kind: fill/, 'kind: guess'],
      'sections[1].questions[3].kind',
      /one of single/,
    ],
    ['a blank too many', [/\{\{2\}\}/, '{{3}}'], 'sections[1].questions[3].text', /\{\{1\}\} to \{\{2\}\}/],
    ['an open formula', [/\$x\^2\$/, '$x^2'], 'sections[1].questions[1].text', /not closed/],
    [
      'an image that is not there',
      [/poster\.png/, 'lost.png'],
      'sections[2].questions[1].text',
      /no image named lost/,
    ],
    ['words turned round', [/from: 600/, 'from: 900'], 'sections[2].questions[1].words', /above the most/],
    [
      'a misspelt field',
      [/points: 30/, 'pionts: 30'],
      'sections[2].questions[1].pionts',
      /check the spelling/,
    ],
    ['an empty text', [/text: Which are primes\?/, 'text: ""'], 'sections[1].questions[2].text', /missing/],
  ] as const)('%s is pointed at by line and path', async (_, [from, to], path, said) => {
    const faulty = yaml.replace(from, to);
    const faults = await faultsOf('paper.yaml', faulty);
    expect(faults.map((fault) => fault.path)).toContain(path);
    const found = faults.find((fault) => fault.path === path);
    expect(found?.said).toMatch(said);
    const line = faulty.split('\n')[(found?.line ?? 0) - 1] ?? '';
    expect(line).toMatch(
      new RegExp(
        path
          .split('.')
          .at(-1)
          ?.replace(/\[\d+\]/, '') ?? '',
      ),
    );
  });

  it('lists all faults at once', async () => {
    const faulty = yaml
      .replace(/key: B/, 'key: D')
      .replace(/from: 600/, 'from: 900')
      .replace(/poster/, 'lost');
    expect(await faultsOf('paper.yaml', faulty)).toHaveLength(3);
  });

  it('bounds what it reads', async () => {
    const bomb = `a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [${'*c,'.repeat(200)}*c]`;
    expect((await faultsOf('paper.yaml', bomb)).length).toBeGreaterThan(0);
    expect((await faultsOf('paper.yaml', `x: "${'a'.repeat(300_000)}"`)).length).toBe(1);
  });
});

describe('a paper of questions in a spreadsheet', () => {
  it.each([
    ['xlsx', async () => workbook('题目', rows)],
    ['csv', async () => Buffer.from(`\ufeff${csv(rows)}`)],
  ] as const)('is read from %s', async (kind, make) => {
    const reading = await read(`设计.${kind}`, await make());
    expect(reading.faults).toEqual([]);
    if (reading.form !== 'questions') throw new Error('not read');
    const { shown, key } = partPaper(reading.paper);
    expect(shown.sections.map(({ title }) => title?.zh)).toEqual(['第一部分', '第二部分']);
    expect(key).toMatchObject({
      q1: { right: 'B' },
      q2: { right: ['A', 'B'] },
      q3: { blanks: [{ accept: ['3.14', '3.1416'] }, { accept: ['2.718'] }] },
    });
  });

  it('is read in the encoding of Chinese spreadsheets', async () => {
    // 题型,题干,选项A,选项B,答案 and one question, as GBK.
    const gbk = Buffer.from(
      'cce2d0cd2ccce2b8c92cd1a1cfee412cd1a1cfee422cb4f0b0b80d0ab5a5d1a12cb6d42cd5c72cb4ed2c41',
      'hex',
    );
    const reading = await read('gbk.csv', gbk);
    expect(reading.faults).toEqual([]);
  });

  it.each([
    ['xlsx', async (given: readonly (readonly unknown[])[]) => workbook('题目', given), '题目!G2', '题目!A3'],
    ['csv', async (given: readonly (readonly unknown[])[]) => Buffer.from(csv(given)), 'G2', 'A3'],
  ] as const)('has its faults pointed at by cell: %s', async (kind, make, key, unknown) => {
    const faulty = rows.map((line) => [...line]);
    faulty[1]?.splice(6, 1, 'E');
    faulty[2]?.splice(0, 1, '猜谜');
    const faults = await faultsOf(`设计.${kind}`, await make(faulty));
    expect(faults.map(({ path }) => path)).toEqual([key, unknown]);
  });

  it('names a column that it does not know, and what is missing', async () => {
    const faults = await faultsOf(
      'a.csv',
      csv([
        ['题型', '难度'],
        ['单选', '3'],
      ]),
    );
    expect(faults).toEqual([
      { path: 'B1', line: null, said: 'There is no column “难度”.' },
      { path: 'A1', line: null, said: 'The column “text” is missing.' },
    ]);
  });

  it('refuses what is no workbook, and what is no spreadsheet', async () => {
    expect(await faultsOf('a.xlsx', 'PK and then nothing')).toHaveLength(1);
    expect((await faultsOf('a.docx', 'x'))[0]?.said).toMatch(/\.pdf, \.yaml/);
    expect((await faultsOf('a.csv', '题型,题干\n"单选,对'))[0]?.said).toMatch(/quotation mark/);
  });
});

describe('a paper as a PDF', () => {
  it('carries the reader’s mark on every page, exchanged without reading it again', async () => {
    const reading = await read('paper.pdf', await pdf());
    if (reading.form !== 'pdf') throw new Error('not read');
    const marked = markPdf(reading.pdf.bytes, reading.pdf.mark, 'T-20260042');
    expect(marked.length).toBe(reading.pdf.bytes.length);
    expect(marked.includes('(T-20260042) Tj')).toBe(true);
    const again = await PDFDocument.load(marked);
    expect(again.getPageCount()).toBe(3);
    for (const page of again.getPages()) expect(String(page.node.Resources())).toMatch(/ExamhallMark/);
  });

  it('cannot be broken out of by a ticket', async () => {
    const reading = await read('paper.pdf', await pdf());
    if (reading.form !== 'pdf') throw new Error('not read');
    const marked = markPdf(reading.pdf.bytes, reading.pdf.mark, 'T) Tj ET (\\李'.repeat(20));
    expect(marked.length).toBe(reading.pdf.bytes.length);
    expect((await PDFDocument.load(marked)).getPageCount()).toBe(3);
  });

  it('is refused with scripts, by the object that has them', async () => {
    const faults = await faultsOf(
      'paper.pdf',
      await pdf((document) => document.addJavaScript('x', 'app.alert(1)')),
    );
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]).toMatchObject({ path: expect.stringMatching(/^object \d+$/) });
    expect(faults[0]?.said).toMatch(/script/);
  });

  it('is refused with something attached', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    await document.attach(Buffer.from('MZ'), 'run.exe', { mimeType: 'application/x-msdownload' });
    expect((await faultsOf('a.pdf', Buffer.from(await document.save()))).length).toBeGreaterThan(0);
  });

  it('is refused where it is none, or breaks off', async () => {
    expect((await faultsOf('a.pdf', 'Dear examiner'))[0]?.said).toMatch(/not a PDF/);
    expect(await faultsOf('a.pdf', (await pdf()).subarray(0, 300))).toHaveLength(1);
  });
});

describe('marking by the key', () => {
  const keys = {
    a: { kind: 'single', points: 5, right: 'B' },
    b: { kind: 'multiple', points: 4, right: ['A', 'C'], partial: 'half' },
    c: {
      kind: 'fill',
      points: 4,
      blanks: [
        { accept: ['3.14', 'π'], ignoreCase: true },
        { accept: ['Euler'], ignoreCase: true },
      ],
    },
    d: { kind: 'essay', points: 30, rubric: null },
  } as const;
  const points = (question: 'a' | 'b' | 'c', value: object | null) =>
    marksOf(structuredClone(keys) as never, {
      [question]: { value: value as never, marked: false, at: 1 },
    }).find((mark) => mark.question === question)?.points;

  it.each([
    ['a', { kind: 'single', choice: 'B' }, 5],
    ['a', { kind: 'single', choice: 'A' }, 0],
    ['a', null, 0],
    ['b', { kind: 'multiple', choices: ['C', 'A'] }, 4],
    ['b', { kind: 'multiple', choices: ['A'] }, 2],
    ['b', { kind: 'multiple', choices: ['A', 'B'] }, 0],
    ['b', { kind: 'multiple', choices: [] }, 0],
    ['c', { kind: 'fill', blanks: ['３.１４', ' euler '] }, 4],
    ['c', { kind: 'fill', blanks: ['3.14'] }, 2],
  ] as const)('question %s answered %j has %d points', (question, value, expected) =>
    expect(points(question, value)).toBe(expected),
  );

  it('leaves essays to people', () => {
    expect(marksOf(structuredClone(keys) as never, {}).map(({ question }) => question)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});
