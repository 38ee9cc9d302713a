// @ts-check
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, wherever the command was called from. */
export const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Everything that is fetched, built or stored lives below this folder; deleting it is a clean slate. */
export const HOME = join(ROOT, '.data');

/** Downloaded parts, shared by `npm start` and `npm test`; `--fresh` leaves them alone. */
export const PARTS = {
  apt: join(HOME, 'apt'),
  debian: join(HOME, 'debian'),
  bin: join(HOME, 'bin'),
  go: join(HOME, 'go'),
  testServer: join(HOME, 'temporal-test-server'),
  web: join(HOME, 'web.sha256'),
};

/** The data of `npm start`; the throw-away services of `npm test` have their own. */
export const LIVE_DATA = HOME;
export const TEST_DATA = join(HOME, 'test');

export const TSX = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
