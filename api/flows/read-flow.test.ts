import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFlow } from './read-flow';
import { pledgeDigest, snapshotFlow } from './snapshot-flow';

const shipped = readFileSync(join(__dirname, '../../flows/interview.yaml'), 'utf8');
const faultsOf = (yaml: string, pdfs: ReadonlySet<string> | null = null) =>
  readFlow(yaml, pdfs).faults.map(({ line, column, path, message }) => ({
    line,
    column,
    path,
    en: message.en,
  }));
/** Number of the first line that holds the words. */
const lineOf = (yaml: string, words: string) =>
  yaml.split('\n').findIndex((line) => line.includes(words)) + 1;
/** The shipped flow with one thing changed, and where. */
const spoilt = (from: string, to: string) => {
  expect(shipped).toContain(from);
  const yaml = shipped.replace(from, to);
  return { yaml, line: lineOf(yaml, to.split('\n')[0] ?? '') };
};

describe('reading a flow', () => {
  it('takes the shipped one', () => {
    const { document, faults } = readFlow(shipped);
    expect(faults).toEqual([]);
    expect(document?.steps.map(({ kind }) => kind)).toEqual([
      'notice',
      'pledge',
      'device-check',
      'face-check',
      'cameras',
      'waiting',
      'interview',
    ]);
  });

  it('says every fault in both languages', () => {
    for (const { message } of readFlow(shipped.replaceAll('title:', 'titel:')).faults) {
      expect(message.zh).toMatch(/[一-鿿]/);
      expect(message.en).toMatch(/^[\x20-\x7e“”]+$/);
    }
  });

  it.each([
    ['an unknown step kind', 'kind: cameras', 'kind: camras', 'steps[5].kind', /no step of kind "camras"/],
    ['a missing text', ', en: Waiting area }', ' }', 'steps[6].title.en', /English text is missing/],
    ['an empty text', 'en: Waiting area', "en: ''", 'steps[6].title.en', /English text is missing/],
    ['a misspelt field', 'minutes: 20', 'minuts: 20', 'steps[7].minuts', /Unknown field “minuts”/],
    ['a number too large', 'attempts: 3', 'attempts: 99', 'steps[4].attempts', /at most 10/],
    ['a number too small', 'minutes: 20', 'minutes: 0', 'steps[7].minutes', /at least 1/],
    ['a text for a number', 'attempts: 3', 'attempts: three', 'steps[4].attempts', /a number/],
    ['an unknown requirement', '[camera,', '[eye,', 'steps[3].require[1]', /camera, microphone, bell/],
    ['a bad name', 'id: pledge', 'id: My Pledge', 'steps[2].id', /lower-case letters/],
    [
      'a reminder after the invitation',
      'remindAfterSeconds: 60',
      'remindAfterSeconds: 120',
      'steps[6].remindAfterSeconds',
      /before the invitation ends/,
    ],
    ['doubled step names', 'id: devices', 'id: pledge', 'steps[3].id', /used twice/],
    ['doubled question names', 'id: q2', 'id: q1', 'steps[7].questions[2].id', /used twice/],
    ['doubled criteria', '- id: work', '- id: ground', 'steps[7].criteria[2].id', /used twice/],
    [
      'an unknown decider',
      'decidedBy: waiting-officer',
      'decidedBy: nobody',
      'steps[4].decidedBy',
      /one of: waiting-officer/,
    ],
  ])('points at %s', (_, from, to, path, words) => {
    const { yaml } = spoilt(from, to);
    const faults = faultsOf(yaml);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ path, en: expect.stringMatching(words) });
    const line = yaml.split('\n')[(faults[0]?.line ?? 0) - 1] ?? '';
    expect(line.slice((faults[0]?.column ?? 0) - 1)).toMatch(/^\S/);
    if (from.includes(':')) expect(line).toContain(to.split(':')[0]?.replace(/^[-,\s]+/, ''));
  });

  it('points at an identity case that nobody can decide, and an interview that nobody can invite to', () => {
    const from = shipped.indexOf('  - id: waiting');
    const yaml = shipped.slice(0, from) + shipped.slice(shipped.indexOf('  - id: interview'));
    expect(faultsOf(yaml)).toEqual([
      expect.objectContaining({
        line: lineOf(yaml, 'decidedBy'),
        en: expect.stringMatching(/nobody can decide/),
      }),
      expect.objectContaining({
        line: lineOf(yaml, 'kind: interview'),
        en: expect.stringMatching(/needs a waiting/),
      }),
    ]);
  });

  it('points at a waiting area that leads nowhere', () => {
    const yaml = shipped.slice(0, shipped.indexOf('  - id: interview'));
    expect(faultsOf(yaml)).toEqual([
      expect.objectContaining({
        line: lineOf(yaml, 'kind: waiting'),
        en: expect.stringMatching(/waits for ever/),
      }),
    ]);
  });

  it('points at a question without text or PDF, and at a PDF that is not there', () => {
    const question = '      - id: q9\n        title: { zh: 题, en: Question }\n';
    const yaml = shipped.replace('    criteria:', `${question}    criteria:`);
    expect(faultsOf(yaml)).toEqual([expect.objectContaining({ path: 'steps[7].questions[4]' })]);
    const withPdf = shipped.replace('    criteria:', `${question}        pdf: q9.pdf\n    criteria:`);
    expect(faultsOf(withPdf, new Set(['q9.pdf']))).toEqual([]);
    expect(faultsOf(withPdf, new Set())).toEqual([
      expect.objectContaining({ line: lineOf(withPdf, 'q9.pdf'), path: 'steps[7].questions[4].pdf' }),
    ]);
  });

  it('lists faults of several steps at once, in the order of the file', () => {
    const yaml = shipped.replace('attempts: 3', 'attempts: 99').replace("version: '2026-1'", 'edition: 1');
    const lines = faultsOf(yaml).map(({ line }) => line ?? 0);
    expect(lines).toHaveLength(3);
    expect(lines).toEqual(lines.toSorted((one, other) => one - other));
  });

  it.each([
    ['broken brackets', 'name: { zh: 甲', 1],
    ['a tab as indentation', 'name:\n\tzh: 甲', 2],
    ['a doubled field', 'name: {zh: 甲, en: A}\nname: {zh: 乙, en: B}', 2],
    ['an alias without its anchor', 'name: *other', 1],
    ['two documents', 'name: 1\n---\nname: 2', 2],
  ])('points at %s', (_, yaml, line) => {
    expect(faultsOf(yaml)[0]).toMatchObject({ line });
  });

  it.each([
    ['nothing', ''],
    ['a text', 'just a text'],
    ['a list', '- a\n- b'],
    ['no steps', 'name: {zh: 甲, en: A}\nsteps: []'],
    ['a prototype', '__proto__: { steps: [] }'],
    ['binary rubbish', '\u0000\u0001\u0002'],
  ])('refuses %s', (_, yaml) => {
    expect(faultsOf(yaml).length).toBeGreaterThan(0);
  });

  it.each([
    ['too much', `# ${'x'.repeat(250_000)}`, /larger than/],
    ['too deep', '['.repeat(20_000), /nested too deeply/],
    [
      'a bomb of aliases',
      [
        'a: &a [x,x,x,x,x,x,x,x,x]',
        ...'bcdefgh'.split('').map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefg'[at]}`)}]`),
      ].join('\n'),
      /aliases/,
    ],
  ])('refuses %s in little time', (_, yaml, words) => {
    const started = performance.now();
    expect(faultsOf(yaml)).toEqual([expect.objectContaining({ en: expect.stringMatching(words) })]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('a snapshot', () => {
  it('holds what the machine needs and no text', () => {
    const { document } = readFlow(shipped);
    if (!document) throw new Error('the shipped flow has faults');
    const snapshot = snapshotFlow('01J0000000000000000000000A', document, 0);
    expect(snapshot.steps).toHaveLength(7);
    const pledge = document.steps.find((step) => step.kind === 'pledge');
    expect(snapshot.steps[1]).toEqual({
      id: 'pledge',
      kind: 'pledge',
      version: '2026-1',
      digest: pledgeDigest(pledge?.text ?? { zh: '', en: '' }),
    });
    expect(JSON.stringify(snapshot)).not.toMatch(/[一-鿿]/);
    expect(JSON.stringify(snapshot).length).toBeLessThan(2_000);
  });

  it('changes the digest of a pledge with either language', () => {
    const digests = [
      pledgeDigest({ zh: '甲', en: 'a' }),
      pledgeDigest({ zh: '乙', en: 'a' }),
      pledgeDigest({ zh: '甲', en: 'b' }),
    ];
    expect(new Set(digests).size).toBe(3);
    for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });
});
