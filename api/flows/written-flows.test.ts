import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFlow } from './read-flow';
import { snapshotFlow } from './snapshot-flow';

const shipped = (name: string) => readFileSync(join(__dirname, `../../flows/${name}.yaml`), 'utf8');
const faultsOf = (yaml: string) => readFlow(yaml).faults.map(({ path, message }) => [path, message.en]);

describe('the flows of the written exam', () => {
  it.each(['written-online', 'written-photos'])('%s is taken as it is shipped', (name) => {
    expect(faultsOf(shipped(name))).toEqual([]);
  });

  it.each([
    ['a mode that there is not', 'mode: photographed', 'mode: spoken', 'steps[5].mode'],
    ['a field of the other mode', 'uploadMinutes: 60', 'closingSeconds: 60', 'steps[5].closingSeconds'],
    ['too many sheets', 'mostSheets: 9', 'mostSheets: 31', 'steps[5].mostSheets'],
    ['a dispatch by nobody', '{ by: order }', '{ by: nobody }', 'steps[5].dispatch.by'],
    [
      'too little time for the photographs',
      'photographMinutes: 15',
      'photographMinutes: 4',
      'steps[5].photographMinutes',
    ],
    ['a phone that was never joined', 'kind: cameras', 'kind: notice', 'steps[5].position'],
  ])('%s is pointed at', (_, from, to, path) => {
    const yaml = shipped('written-photos').replace(from, to);
    expect(faultsOf(yaml).map(([place]) => place)).toContain(path);
  });

  it.each(['after', 'before'])('may be an interview with a paper %s it', (place) => {
    const interview = shipped('interview');
    const paper =
      '  - { id: paper, kind: paper, title: { zh: 笔试, en: Paper }, mode: online, minutes: 30, dispatch: { by: entry } }\n';
    const yaml =
      place === 'after'
        ? `${interview.trimEnd()}\n\n${paper}`
        : interview.replace(/^ {2}- id: waiting$/m, `${paper}\n  - id: waiting`);
    const { faults, document } = readFlow(yaml);
    expect(faults).toEqual([]);
    expect(document?.steps.map(({ kind }) => kind)).toContain('paper');
  });

  it('settles a dispatch by the exam’s doors when a sitting begins', () => {
    const yaml = shipped('written-online').replace('{ by: order }', '{ by: exam-clock, minutes: 30 }');
    const { document } = readFlow(yaml);
    if (!document) throw new Error('not read');
    const step = snapshotFlow('01J0000000000000000000000A', document, 1_000_000).steps.at(-1);
    expect(step).toMatchObject({ kind: 'paper', dispatch: { by: 'time', at: 1_000_000 + 30 * 60_000 } });
    expect(step).not.toHaveProperty('title');
  });
});
