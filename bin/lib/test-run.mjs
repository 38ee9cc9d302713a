// @ts-check
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, readHolder, takeLock } from './lock.mjs';
import { TEST_DATA } from './paths.mjs';
import { endLeftovers } from './supervise.mjs';

/**
 * A folder for the services of one `npm test`: new for every run, gone after it, so that no run finds
 * another's data and several may go on at once.
 * @param {(text: string) => void} say
 */
export async function openTestRun(say) {
  await removeDeadRuns(say);
  const dataDir = join(TEST_DATA, `run-${process.pid}`);
  takeLock(join(dataDir, 'lock'), { command: 'npm test' });
  return {
    dataDir,
    /** The services' logs outlive the run, for whoever looks into a failure. */
    close() {
      const kept = join(TEST_DATA, 'last-logs');
      rmSync(kept, { recursive: true, force: true });
      if (existsSync(join(dataDir, 'logs'))) renameSync(join(dataDir, 'logs'), kept);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** @param {(text: string) => void} say */
async function removeDeadRuns(say) {
  mkdirSync(TEST_DATA, { recursive: true });
  for (const name of readdirSync(TEST_DATA).filter((entry) => entry.startsWith('run-'))) {
    const holder = readHolder(join(TEST_DATA, name, 'lock'));
    if (holder && isAlive(holder)) continue;
    await endLeftovers(join(TEST_DATA, name), say);
    rmSync(join(TEST_DATA, name), { recursive: true, force: true });
  }
}
