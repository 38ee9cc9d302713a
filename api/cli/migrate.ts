import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { createDataSource } from '#models/data-source';
import { migrate } from '#models/migrate';

const COMES_UP_WITHIN_MS = 60_000;
/** A large table may take its time, and whoever waits for the lock hears nothing meanwhile. */
const SILENCE_MS = 1_800_000;

/** The database may be starting too. */
const connect = async (source: DataSource, until: number): Promise<void> => {
  for (;;) {
    try {
      await source.initialize();
      return;
    } catch (error) {
      if (Date.now() >= until) throw error;
      await wait(1_000);
    }
  }
};

const run = async (): Promise<void> => {
  const { DATABASE_URL } = z.object({ DATABASE_URL: z.string().min(1) }).parse(process.env);
  const source = createDataSource(DATABASE_URL, { poolSize: 4, silenceMs: SILENCE_MS });
  await connect(source, Date.now() + COMES_UP_WITHIN_MS);
  try {
    const done = await migrate(source);
    const lines = done.length > 0 ? done.map((name) => `migrated: ${name}`) : ['the schema is up to date'];
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    await source.destroy();
  }
};

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
