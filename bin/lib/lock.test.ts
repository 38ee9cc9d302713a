import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exclusively, identify, isAlive, takeLock } from './lock.mjs';

const newPath = () => join(mkdtempSync(join(tmpdir(), 'lock-')), 'lock');

describe('the lock', () => {
  it('names its living holder, and where it is, to a second taker', () => {
    const path = newPath();
    const first = takeLock(path, { command: 'npm start' });
    if ('holder' in first) throw new Error('the first taker did not get it');
    first.announce('https://localhost:8443');
    expect(takeLock(path)).toEqual({
      holder: { ...identify(process.pid), command: 'npm start', address: 'https://localhost:8443' },
    });
    first.release();
    expect(existsSync(path)).toBe(false);
  });

  it('is taken over from a holder that was killed', async () => {
    const path = newPath();
    const child = spawn('sleep', ['60']);
    const dead = identify(child.pid ?? 0);
    expect(isAlive(dead)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isAlive(dead)).toBe(false);
    writeFileSync(path, JSON.stringify(dead));
    expect('release' in takeLock(path)).toBe(true);
  });

  it('is taken over when another program has the pid of the holder', () => {
    const path = newPath();
    writeFileSync(path, JSON.stringify({ ...identify(process.pid), startTime: '1' }));
    expect('release' in takeLock(path)).toBe(true);
  });

  it('is taken over when its file is damaged', () => {
    const path = newPath();
    writeFileSync(path, '{"pid":');
    expect('release' in takeLock(path)).toBe(true);
  });

  it('lets work be done by one at a time, also when the first fails', async () => {
    const path = newPath();
    const order: string[] = [];
    await expect(exclusively(path, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await exclusively(path, async () => void order.push('second'));
    expect(order).toEqual(['second']);
    expect(existsSync(path)).toBe(false);
  });
});
