import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { choosePorts } from './ports.mjs';

const newFolder = () => mkdtempSync(join(tmpdir(), 'ports-'));

async function occupied(work: (port: number) => Promise<void>): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await work((server.address() as AddressInfo).port);
  await new Promise((resolve) => server.close(resolve));
}

describe('the ports of an installation', () => {
  it('avoid one that is taken, and stay the same afterwards', async () => {
    const folder = newFolder();
    let moved = 0;
    await occupied(async (port) => {
      const wanted = { web: port, mariadb: port, redis: port, temporal: port };
      const chosen = await choosePorts(folder, wanted);
      moved = chosen.web;
      expect(new Set(Object.values(chosen)).size).toBe(4);
      expect(Object.values(chosen)).not.toContain(port);
      expect(JSON.parse(readFileSync(join(folder, 'ports.json'), 'utf8'))).toEqual(chosen);
    });
    const later = await choosePorts(folder, { web: 1, mariadb: 1, redis: 1, temporal: 1 });
    expect(later.web).toBe(moved);
  });

  it('are those that were asked for', async () => {
    const folder = newFolder();
    const wanted = { web: 21443, mariadb: 21306, redis: 21379, temporal: 21233 };
    await choosePorts(folder, wanted);
    expect((await choosePorts(folder, wanted, ['web'], { web: 21777 })).web).toBe(21777);
  });
});
