import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describesNamespace } from './ask-temporal.mjs';
import { createSupervisor } from './supervise.mjs';
import { ensureTemporalCli, NAMESPACE, temporalService } from './temporal.mjs';
import { waitUntil } from './wait.mjs';
import { watchOver } from './watch.mjs';

jest.setTimeout(180_000);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('a Temporal that lives but does not answer', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'supervise-'));
  const said: string[] = [];
  const supervisor = createSupervisor({ dataDir, say: (text: string) => void said.push(text) });
  afterAll(async () => {
    await supervisor.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is ended and started again, and says so', async () => {
    const port = await freePort();
    const service = temporalService({ dataDir, port, cli: await ensureTemporalCli(), durable: false });
    const asks = () => describesNamespace({ port, namespace: NAMESPACE, withinMs: 1_000 });
    await supervisor.start({ ...service, stopWithinMs: 1_000, watch: { asks, everyMs: 300, failures: 3 } });
    expect(await service.watch?.asks()).toBe(true);

    const stuck = supervisor.pidOf('temporal') ?? 0;
    process.kill(stuck, 'SIGSTOP');
    expect(await asks()).toBe(false);
    await waitUntil(() => said.includes('temporal is back'), { timeoutMs: 120_000, what: 'a new Temporal' });

    expect(supervisor.pidOf('temporal')).not.toBe(stuck);
    expect(() => process.kill(stuck, 0)).toThrow('ESRCH');
    expect(await describesNamespace({ port, namespace: NAMESPACE, withinMs: 30_000 })).toBe(true);
    expect(said[0]).toMatch(/^temporal lives but did not answer rightly 3 times/);
  });

  it('is told from one that answers, but not about our namespace', async () => {
    const port = await freePort();
    const folder = join(dataDir, 'second');
    const second = createSupervisor({ dataDir: folder, say: () => undefined });
    const service = temporalService({
      dataDir: folder,
      port,
      cli: await ensureTemporalCli(),
      durable: false,
    });
    try {
      await second.start(service);
      expect(await describesNamespace({ port, namespace: NAMESPACE, withinMs: 30_000 })).toBe(true);
      expect(await describesNamespace({ port, namespace: 'not-there', withinMs: 30_000 })).toBe(false);
    } finally {
      await second.stop();
    }
    expect(await describesNamespace({ port, namespace: NAMESPACE, withinMs: 1_000 })).toBe(false);
  });
});

describe('watching over a service', () => {
  const judge = async (answers: readonly boolean[]): Promise<number | null> => {
    let asked = 0;
    let failing: number | null = null;
    const asks = () => Promise.resolve(answers[asked++] ?? true);
    await watchOver(
      { asks, everyMs: 1, failures: 3 },
      { goes: () => asked < answers.length, onFailing: (times: number) => void (failing = times) },
    );
    return failing;
  };

  it('counts wrong answers in a row alone', async () => {
    expect(await judge([false, false, true, false, false, true])).toBeNull();
    expect(await judge([true, false, false, false, true])).toBe(3);
  });
});
