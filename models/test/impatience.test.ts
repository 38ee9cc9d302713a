import { createDataSource } from '../data-source';
import { createTestDatabase, type TestDatabase } from './database';
import { startProxy } from './proxy';

describe('a database that does not answer', () => {
  let database: TestDatabase;
  let proxy: Awaited<ReturnType<typeof startProxy>>;
  beforeAll(async () => {
    database = await createTestDatabase({ migrate: false });
    proxy = await startProxy(database.url);
  });
  afterAll(async () => {
    proxy.close();
    await database.drop();
  });

  test('fails a query in time, and serves again when it is back', async () => {
    const source = await createDataSource(proxy.url, { poolSize: 1, silenceMs: 500 }).initialize();
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
