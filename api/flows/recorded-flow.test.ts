import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFlow } from './read-flow';
import { snapshotFlow } from './snapshot-flow';

const shipped = readFileSync(join(__dirname, '../../flows/recorded.yaml'), 'utf8');
const faultsOf = (yaml: string) => readFlow(yaml).faults.map(({ path }) => path);

describe('the flow of the recorded exam', () => {
  it('is taken as it is shipped, and a sitting carries of it what acts, without a text', () => {
    const { faults, document } = readFlow(shipped);
    expect(faults).toEqual([]);
    if (!document) throw new Error('not read');
    const step = snapshotFlow('01J0000000000000000000000A', document, 1_000_000).steps.at(-1);
    expect(step).toEqual({
      ...{ id: 'recording', kind: 'recording', minutes: 60, positions: [1, 2], sound: 1 },
      ...{ broken: 'continue-or-redo', atDeadline: 'last-complete', pause: false },
      questions: [
        { id: 'q1', prepareSeconds: 120, maxSeconds: 180, retakes: 2 },
        { id: 'q2', prepareSeconds: 60, maxSeconds: 180, retakes: 2 },
      ],
    });
  });

  it.each([
    ['the sound of a device that does not record', 'positions: [1, 2]', 'positions: [2]', 'steps[6].sound'],
    ['a position named twice', 'positions: [1, 2]', 'positions: [1, 1]', 'steps[6].positions'],
    ['a phone that was never joined', 'kind: cameras', 'kind: notice', 'steps[6].positions'],
    ['too little time', 'minutes: 60', 'minutes: 5', 'steps[6].minutes'],
    ['a question named twice', 'id: q2', 'id: q1', 'steps[6].questions[2].id'],
    ['a take without an end', 'maxSeconds: 180', 'maxSeconds: 0', 'steps[6].questions[1].maxSeconds'],
    ['a rule that there is not', 'broken: continue-or-redo', 'broken: start-over', 'steps[6].broken'],
    ['another one', 'atDeadline: last-complete', 'atDeadline: best', 'steps[6].atDeadline'],
  ])('%s is pointed at', (_, from, to, path) => {
    expect(faultsOf(shipped.replace(from, to))).toContain(path);
  });

  it('one camera is enough where the flow says so', () => {
    expect(faultsOf(shipped.replace('positions: [1, 2]', 'positions: [1]'))).toEqual([]);
  });
});
