import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DeterminismViolationError } from '@temporalio/workflow';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { DefaultLogger, Worker, type WorkflowBundle } from '@temporalio/worker';
import { workflowBundle } from './bundle';
import { quiet } from './harness';

const folder = join(__dirname, 'histories');
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('workflow code replays what was played before', () => {
  let bundle: WorkflowBundle;
  beforeAll(async () => {
    quiet();
    bundle = await workflowBundle(new DefaultLogger('ERROR'));
  });
  const replay = (history: string) =>
    Worker.runReplayHistory({ workflowBundle: bundle }, historyFromJSON(JSON.parse(history)));

  it.each(names)('%s', async (name) => {
    await replay(textOf(name));
  });

  it.each([
    'refused',
    'joined-again',
    'extended',
    'ended-by-the-clock',
    'gone-on',
    'by-card',
    'missed-twice',
    'video-fell-back',
    'paper-handed-in',
    'paper-collected-by-its-room',
    'late-comer',
    'sheets-sealed',
    'sheets-that-never-came',
    'takes-broken-redone-and-confirmed',
    'take-cut-by-staff',
    'take-closed-around',
    'take-collected-by-the-clock',
  ])('keeps a sitting for the branch %s', (branch) => {
    expect(names.filter((name) => name.startsWith('sitting-') && name.includes(branch))).not.toEqual([]);
  });

  it.each(['reopened', 'continues-as-new', 'continued', 'mariadb-was-away', 'lingered-and-completed'])(
    'keeps a sitting for the branch %s',
    (branch) => {
      expect(names.filter((name) => name.startsWith('sitting-') && name.includes(branch))).not.toEqual([]);
    },
  );

  it.each([
    'room-day',
    'room-continues-as-new',
    'room-continued',
    'room-guest',
    'room-that-dispatches',
    'identity-case-with-a-second',
  ])('keeps %s', (branch) => {
    expect(names.filter((name) => name.startsWith(branch))).not.toEqual([]);
  });

  it('notices when code and history part', async () => {
    const [name = ''] = names.filter((each) => each.startsWith('sitting-whole-way'));
    const other = textOf(name).replaceAll('"pullOrders"', '"pullNothing"');
    expect(other).not.toBe(textOf(name));
    await expect(replay(other)).rejects.toBeInstanceOf(DeterminismViolationError);
  });
});
