import 'reflect-metadata';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createDataSource } from '#models/data-source';
import { createLocalStorage } from '#models/storage/local';
import { isAlive, readHolder, takeLock } from '../../bin/lib/lock.mjs';
import { HOME } from '../../bin/lib/paths.mjs';
import { onStopRequest } from '../../bin/lib/shutdown.mjs';
import { endLeftovers } from '../../bin/lib/supervise.mjs';
import { readOptions, type Options } from './options';
import { isGood, writeResults, type Results } from './report';
import { runTable } from './run-table';
import { startStack, type Stack } from './stack';
import { TruthReader } from './truth';

const FOLDER = join(HOME, 'chaos');
const entries = { sound: 'api/main.ts', 'ack-early': 'bench/chaos/broken-api.ts' } as const;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** A run that was killed itself leaves services and a folder. */
async function removeDeadRuns(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(FOLDER).filter((entry) => entry.startsWith('run-'))) {
    const folder = join(FOLDER, name);
    const holder = readHolder(join(folder, 'lock'));
    if (holder && isAlive(holder)) continue;
    await endLeftovers(folder, say);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<boolean> {
  const options = readOptions(process.argv.slice(2), join(FOLDER, 'results'));
  say(`seed ${options.seed}`);
  await removeDeadRuns();
  const dataDir = join(FOLDER, `run-${process.pid}`);
  takeLock(join(dataDir, 'lock'), { command: 'npm run chaos' });
  let stack: Stack | null = null;
  onStopRequest(async () => {
    await stack?.stop();
    process.exit(130);
  });
  try {
    stack = await startStack({ dataDir, apiEntry: entries[options.breaks ?? 'sound'], say });
    return await run(options, stack, dataDir);
  } finally {
    await stack?.stop();
    if (!options.keep) rmSync(dataDir, { recursive: true, force: true });
  }
}

async function run(options: Options, stack: Stack, dataDir: string): Promise<boolean> {
  const { env } = stack;
  const source = await createDataSource(env.DATABASE_URL ?? '', { poolSize: 6 }).initialize();
  const reader = TruthReader.open(source, env);
  const key = Buffer.from(env.STORAGE_KEY ?? '', 'base64');
  const storage = createLocalStorage({ folder: env.STORAGE_DIR ?? '', keys: [key] });
  try {
    const save = (results: Results): void => void writeResults(options.out, results);
    const results = await runTable({ options, stack, source, storage, reader, dataDir, say, save });
    say(`\n${writeResults(options.out, results)}.{md,json}`);
    return isGood(results);
  } finally {
    await reader.close();
    await source.destroy().catch(() => undefined);
  }
}

main().then(
  (good) => process.exit(good ? 0 : 1),
  (error: unknown) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(2);
  },
);
