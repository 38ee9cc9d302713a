// @ts-check
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, wherever the command was called from. */
export const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/**
 * Everything that is fetched, built or stored lives below this folder; deleting it is a clean slate.
 * It is also the data folder of `npm start`; the throw-away services of `npm test` have their own.
 */
export const HOME = join(ROOT, '.data');
export const TEST_DATA = join(HOME, 'test');

/** Downloaded parts, shared by `npm start` and `npm test`; `--fresh` leaves them alone. */
export const PARTS = {
  apt: join(HOME, 'apt'),
  debian: join(HOME, 'debian'),
  deployment: join(HOME, 'deployment'),
  media: join(HOME, 'media'),
  browsers: join(HOME, 'browsers'),
  bin: join(HOME, 'bin'),
  go: join(HOME, 'go'),
  testServer: join(HOME, 'temporal-test-server'),
  web: join(HOME, 'web.sha256'),
};

export const TSX = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
