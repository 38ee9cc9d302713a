import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFlow } from './read-flow';
import { snapshotFlow } from './snapshot-flow';

const shipped = readFileSync(join(__dirname, '../../flows/proctored.yaml'), 'utf8');
const faultsOf = (yaml: string) => readFlow(yaml).faults.map(({ path }) => path);

describe('the flow of an exam that runs elsewhere', () => {
  it('is taken as it is shipped', () => {
    expect(faultsOf(shipped)).toEqual([]);
  });

  it.each([
    [
      'an address of another kind',
      "'https://exam.example.org/'",
      "'javascript:alert(1)'",
      'steps[6].exam.address',
    ],
    ['a client that there is not', 'client: either', 'client: telnet', 'steps[6].client'],
    ['stills without a pause', 'stillSeconds: 30', 'stillSeconds: 1', 'steps[6].stillSeconds'],
    [
      'a password in clear',
      'allow: [',
      'quitPasswordSha256: secret\n      allow: [',
      'steps[6].seb.quitPasswordSha256',
    ],
  ])('points at %s', (_what, from, to, path) => {
    expect(shipped).toContain(from);
    expect(faultsOf(shipped.replace(from, to))).toEqual([path]);
  });

  it('leaves where the exam runs out of what a sitting carries', () => {
    const { document } = readFlow(shipped);
    if (!document) throw new Error('the preset cannot be read');
    expect(JSON.stringify(snapshotFlow('01ARZ3NDEKTSV4RRFFQ69G5FAV', document, 0))).not.toContain(
      'example.org',
    );
  });
});
