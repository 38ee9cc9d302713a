import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createFailureWatch } from './failure-watch';
import { failure } from './failures';
import { startHealth } from './health';

const MINUTE = 60_000;

describe('what fails in a worker', () => {
  const begin = () => {
    const lines: { readonly level: number; readonly msg: string; readonly workflowId: string }[] = [];
    const stream = { write: (line: string) => void lines.push(JSON.parse(line)) };
    const time = { now: 0 };
    const watch = createFailureWatch(pino({ level: 'info' }, stream), () => time.now);
    const at = (workflowId: string) => ({ workflowId, activity: 'recordTransition', attempt: 1 });
    const gap = (id: string) => watch.failed(at(id), 'RECORD_GAP', failure('RECORD_GAP'));
    const gaps = async () =>
      (await watch.registry.getSingleMetric('examhall_worker_record_gaps')?.get())?.values;
    return { lines, time, watch, at, gap, gaps };
  };

  test('is said once for each workflow and cause, and when it works again', () => {
    const { lines, watch, at, gap } = begin();
    for (let tries = 0; tries < 5; tries += 1) gap('sitting/a');
    gap('sitting/b');
    watch.worked(at('sitting/a'));
    watch.worked(at('sitting/a'));
    gap('sitting/a');
    expect(lines.map(({ msg, workflowId }) => [msg, workflowId])).toEqual([
      ['activity failed', 'sitting/a'],
      ['activity failed', 'sitting/b'],
      ['activity works again', 'sitting/a'],
      ['activity failed', 'sitting/a'],
    ]);
  });

  test('is counted: workflows whose rows were lost, until they are back or another worker has them', async () => {
    const { time, watch, at, gap, gaps } = begin();
    watch.failed(at('sitting/c'), 'DATABASE_AWAY', failure('DATABASE_AWAY'));
    for (const id of ['sitting/a', 'sitting/a', 'sitting/b']) gap(id);
    expect(await gaps()).toMatchObject([{ value: 2 }]);
    watch.worked(at('sitting/a'));
    expect(await gaps()).toMatchObject([{ value: 1 }]);
    time.now += 21 * MINUTE;
    expect(await gaps()).toMatchObject([{ value: 0 }]);
  });

  test('is told to a collector beside the health', async () => {
    const { watch, gap } = begin();
    gap('sitting/a');
    const server = startHealth({ port: 0, host: '127.0.0.1' }, () => ({ exams: 'RUNNING' }), watch.registry);
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const metrics = await (await fetch(`${url}/metrics`)).text();
      expect(metrics).toContain('examhall_worker_record_gaps 1');
      expect(metrics).toContain('{activity="recordTransition",code="RECORD_GAP"} 1');
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      expect((await fetch(`${url}/else`)).status).toBe(404);
    } finally {
      server.close();
    }
  });
});
