import { withoutWanted } from './apt.mjs';
import { matches } from './dependencies.mjs';
import { count, mergeAgain } from './jest.mjs';
import { loginRows } from './welcome.mjs';
import { table } from './progress.mjs';

describe('the package database shown to apt', () => {
  const status =
    'Package: redis-tools\nStatus: installed\n\nPackage: redis-tools-extra\n\nPackage: libc6\n\n';

  it('hides only the packages of which we want our own copy', () => {
    expect(withoutWanted(status, ['redis-tools'])).toBe('Package: redis-tools-extra\n\nPackage: libc6\n\n');
  });

  it('hides a package with a version in its name', () => {
    const ubuntu = 'Package: mariadb-server-core-10.6\n\nPackage: mariadb-server\n\n';
    expect(withoutWanted(ubuntu, ['mariadb-server-core(-[0-9.]+)?'])).toBe('Package: mariadb-server\n\n');
  });
});

describe('the installed npm packages', () => {
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/mac': { version: '2.0.0', optional: true, os: ['darwin'] },
    'node_modules/musl': {
      version: '2.0.0',
      optional: true,
      os: ['linux'],
      cpu: [process.arch],
      libc: ['musl'],
    },
    'node_modules/ours': { version: '2.0.0', optional: true, os: ['linux'], cpu: [process.arch] },
  };
  const a = { 'node_modules/a': { version: '1.0.0' } };
  const ours = { 'node_modules/ours': { version: '2.0.0' } };

  it('are enough without the optional ones of other platforms', () => {
    expect(matches(wanted, { ...a, ...ours })).toBe(true);
  });

  it.each([
    ['one is missing', ours],
    ['one has another version', { ...ours, 'node_modules/a': { version: '1.0.1' } }],
    ['the optional one of this platform is missing', a],
    ['an optional one has another version', { ...a, ...ours, 'node_modules/mac': { version: '1.0.0' } }],
  ])('are not enough when %s', (_, installed) => {
    expect(matches(wanted, installed)).toBe(false);
  });
});

describe('the count of a suite', () => {
  const clean = {
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
  };

  it('is what Jest wrote down', () => {
    expect(count({ ...clean, numFailedTests: 2, numPendingTests: 1 }, 1)).toMatchObject({
      passed: 3,
      failed: 2,
      skipped: 1,
    });
  });

  it.each([
    ['a file does not load', { ...clean, numRuntimeErrorTestSuites: 1 }, 1, ''],
    ['nothing ran', { ...clean, numPassedTests: 0 }, 0, 'ran no tests'],
    ['no report was written', undefined, 1, 'ran no tests'],
    ['it was killed at its limit', clean, 'timeout', 'did not end in time'],
    ['all passed and yet it ended badly', clean, 1, 'ended with 1'],
    ['it ended by a signal', clean, 'SIGSEGV', 'ended with SIGSEGV'],
  ])('has one failure when %s', (_, report, ended, remark) => {
    expect(count(report, ended)).toMatchObject({ failed: 1, remark });
  });
});

describe('the count of a suite of which a file was told again', () => {
  const file = (name: string, ...statuses: string[]) => ({
    name: `/somewhere/${name}`,
    status: statuses.includes('failed') ? 'failed' : 'passed',
    assertionResults: statuses.map((status) => ({ status })),
  });
  const first = { testResults: [file('a.ts', 'passed', 'passed'), file('b.ts', 'passed', 'failed')] };
  const second = (numPassedTests: number, numFailedTests: number) => ({
    ended: numFailedTests === 0 ? 0 : 1,
    report: {
      numPassedTests,
      numFailedTests,
      numPendingTests: 0,
      numTodoTests: 0,
      numRuntimeErrorTestSuites: 0,
    },
  });

  it('takes the second telling of that file, and says so', () =>
    expect(mergeAgain(first, second(2, 0))).toEqual({
      passed: 4,
      failed: 0,
      skipped: 0,
      remark: 'told twice: b.ts',
    }));

  it('fails where it fails again', () =>
    expect(mergeAgain(first, second(1, 1))).toMatchObject({ passed: 3, failed: 1 }));

  it('fails where the second telling wrote nothing down', () =>
    expect(mergeAgain(first, { ended: 'timeout', report: undefined })).toMatchObject({
      passed: 2,
      failed: 1,
    }));
});

describe('the table of addresses', () => {
  it('keeps columns straight under Chinese names', () => {
    expect(
      table([
        ['张伟', 'x'],
        ['abcd', 'y'],
      ]),
    ).toBe('张伟  x\nabcd  y');
  });

  it('shows each login by role and the exam code once', () => {
    const rows = loginRows({
      exam: { code: 'DEMO' },
      staff: [{ role: 'waiting-officer', login: 'officer', password: 'p1' }],
      candidates: [
        { name: '张伟', ticket: '001', passcode: 'c1' },
        { name: '李娜', ticket: '002', passcode: 'c2' },
      ],
    });
    expect(rows).toEqual([
      ['Waiting officer', 'officer  p1'],
      ['Candidates of exam DEMO', '001  c1  张伟'],
      ['', '002  c2  李娜'],
    ]);
  });
});
