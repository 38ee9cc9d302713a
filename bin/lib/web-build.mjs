// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PARTS, ROOT } from './paths.mjs';
import { run } from './run.mjs';

const CONFIG = 'web/vite.config.mts';
const OUTPUT = 'dist/web';
const SOURCES = [
  'web',
  'workflows/protocol',
  'workflows/steps',
  'api/contract',
  'package-lock.json',
  'tsconfig.json',
];
const NOT_SOURCES = new Set(['e2e', 'node_modules']);

export const VITE = [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--config', CONFIG];

/** Builds the web app when its sources are not those of the last build. @param {(note: string) => void} [note] */
export async function ensureWebBuild(note) {
  const now = hashOfSources();
  if (existsSync(join(ROOT, OUTPUT, 'index.html')) && lastBuilt() === now) return;
  await run(process.execPath, VITE, { cwd: ROOT, onLine: note, timeoutMs: 600_000 });
  writeFileSync(PARTS.web, now);
}

function lastBuilt() {
  return existsSync(PARTS.web) ? readFileSync(PARTS.web, 'utf8') : '';
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => [...filesIn(join(ROOT, source))]).sort()) {
    hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {Generator<string>} */
function* filesIn(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) yield path;
  if (!found?.isDirectory()) return;
  for (const name of readdirSync(path)) if (!NOT_SOURCES.has(name)) yield* filesIn(join(path, name));
}
