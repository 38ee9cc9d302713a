import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { debianRoot, ROOT } from './test/debian';

const hadolint = join(debianRoot(), 'usr/bin/hadolint');
const lint = (text: string) => {
  try {
    return execFileSync(hadolint, ['--no-color', '-'], { input: text, encoding: 'utf8' });
  } catch (error) {
    return String((error as { stdout?: string }).stdout);
  }
};

describe.each(['app', 'edge', 'turn'])('the Dockerfile of %s', (name) => {
  const text = readFileSync(join(ROOT, 'docker', name, 'Dockerfile'), 'utf8');
  const context = name === 'app' ? ROOT : join(ROOT, 'docker', name);

  it('is clean to the linter', () => {
    expect(lint(text)).toBe('');
  });

  it('begins from Debian slim and ends as a numbered user without rights', () => {
    const bases = [...text.matchAll(/^FROM (\S+)/gm)]
      .map(([, base]) => base)
      .filter((base) => base?.includes(':'));
    for (const base of bases) expect(base).toMatch(/^(debian|node):.*bookworm-slim$/);
    expect(text.match(/^USER (.*)$/gm)?.at(-1)).toMatch(/^USER 1000\d:1000\d$/);
  });

  it('copies what there is', () => {
    const copies = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
      ([, from]) => from?.split(' ') ?? [],
    );
    expect(copies.length).toBeGreaterThan(0);
    for (const from of copies) expect([from, existsSync(join(context, from))]).toEqual([from, true]);
  });
});

describe('the linter', () => {
  it('finds what is wrong', () => {
    expect(lint('FROM debian:latest\nRUN apt-get install curl\n')).toContain('DL3007');
  });
});

describe("the image's context", () => {
  it('holds what the Dockerfile copies, and no secrets', () => {
    const allowed = readFileSync(join(ROOT, 'docker/app/Dockerfile.dockerignore'), 'utf8').split('\n');
    const text = readFileSync(join(ROOT, 'docker/app/Dockerfile'), 'utf8');
    const copies = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
      ([, from]) => from?.split(' ') ?? [],
    );
    expect(allowed[0]).toBe('*');
    for (const from of copies) expect(allowed).toContain(`!${from === 'api/contract' ? 'api' : from}`);
    expect(allowed.filter((line) => line.startsWith('!') && /env|docker$|data/.test(line))).toEqual([]);
  });
});

describe.each([
  'backup',
  'make-secrets',
  'turn/start',
  'temporal/schema.sh',
  'temporal/namespace.sh',
  'temporal/rollout.sh',
])('the script %s', (name) => {
  it('is a script of any shell', () => {
    expect(() => execFileSync('dash', ['-n', join(ROOT, 'docker', name)])).not.toThrow();
  });
});
