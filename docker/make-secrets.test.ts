import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linesOf } from './test/compose';
import { ROOT } from './test/debian';

describe('make-secrets', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'secrets-'));
    cpSync(join(ROOT, 'docker/.env.example'), join(folder, '.env.example'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const make = () => execFileSync(join(ROOT, 'docker/make-secrets'), [folder]);
  const read = () => readFileSync(join(folder, '.env'), 'utf8');

  it('makes every secret, each its own, readable by their owner alone', () => {
    make();
    const env = linesOf(read());
    for (const name of ['PAYLOAD_KEY', 'STORAGE_KEY', 'SIGNING_KEY'] as const)
      expect(Buffer.from(env[name] ?? '', 'base64')).toHaveLength(32);
    const words = Object.entries(env).filter(([name]) => /_(PASSWORD|SECRET|TOKEN)$/.test(name));
    expect(words).toHaveLength(9);
    for (const [, word] of words) expect(word).toMatch(/^[0-9a-f]{48}$/);
    expect(new Set(words.map(([, word]) => word)).size).toBe(words.length);
    expect(env).toMatchObject({ HALL_DOMAIN: 'hall.example.org', PAYLOAD_OLD_KEYS: '' });
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
  });

  it('changes nothing when it is run again', () => {
    make();
    const first = read();
    make();
    expect(read()).toBe(first);
  });

  it('keeps what somebody wrote, also nothing, and adds what the example has gained', () => {
    writeFileSync(
      join(folder, '.env'),
      '# ours\nHALL_DOMAIN=exam.school.cn\nLOG_LEVEL=\nPAYLOAD_KEY=ours\nTURN_SECRET=\n',
    );
    appendFileSync(join(folder, '.env.example'), 'NEWCOMER=5\n');
    make();
    const env = linesOf(read());
    expect(read()).toContain('# ours');
    expect(env).toMatchObject({
      HALL_DOMAIN: 'exam.school.cn',
      LOG_LEVEL: '',
      PAYLOAD_KEY: 'ours',
      NEWCOMER: '5',
    });
    expect(env['TURN_SECRET']).toMatch(/^[0-9a-f]{48}$/);
  });

  it('gives two installations different secrets', () => {
    make();
    const first = linesOf(read());
    rmSync(join(folder, '.env'));
    make();
    expect(linesOf(read())['STORAGE_KEY']).not.toBe(first['STORAGE_KEY']);
  });
});
