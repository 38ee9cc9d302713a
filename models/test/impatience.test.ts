import { createServer, connect, type Socket } from 'node:net';
import { createDataSource } from '../data-source';
import { createTestDatabase, type TestDatabase } from './database';

/** Stands between us and the database, and can swallow what comes without a word. */
const startProxy = async (target: URL) => {
  const state = { swallowing: false };
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => [near, far].forEach((each) => each.destroy()));
    }
    near.on('data', (bytes) => state.swallowing || far.write(bytes));
    far.on('data', (bytes) => state.swallowing || near.write(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () => {
    server.close();
    sockets.forEach((socket) => socket.destroy());
  };
  return { port, state, close };
};

describe('a database that does not answer', () => {
  let database: TestDatabase;
  let proxy: Awaited<ReturnType<typeof startProxy>>;
  beforeAll(async () => {
    database = await createTestDatabase({ migrate: false });
    proxy = await startProxy(new URL(database.url));
  });
  afterAll(async () => {
    proxy.close();
    await database.drop();
  });

  test('fails a query in time, and serves again when it is back', async () => {
    const url = new URL(database.url);
    url.port = String(proxy.port);
    const source = await createDataSource(url.href, { poolSize: 1, silenceMs: 500 }).initialize();
    await source.query('SELECT 1');
    proxy.state.swallowing = true;
    await expect(source.query('SELECT 1')).rejects.toThrow(/silent for 500 ms/);
    proxy.state.swallowing = false;
    expect(await source.query('SELECT 2 AS two')).toEqual([{ two: 2 }]);
    await source.destroy();
  });

  test('keeps a connection that is merely idle', async () => {
    const source = await createDataSource(database.url, { poolSize: 1, silenceMs: 300 }).initialize();
    const id = async () => (await source.query<{ id: number }[]>('SELECT CONNECTION_ID() AS id'))[0]?.id;
    const before = await id();
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(await id()).toBe(before);
    await source.destroy();
  });
});
