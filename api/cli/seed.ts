import { z } from 'zod';
import { createDataSource } from '#models/data-source';
import { createLocalStorage } from '#models/storage/local';
import { seedDemo } from './demo/seed-demo';

const environment = z.object({
  DATABASE_URL: z.string().min(1),
  DATA_DIR: z.string().min(1),
  STORAGE_DIR: z.string().min(1),
  STORAGE_KEY: z.base64().transform((text) => Buffer.from(text, 'base64')),
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
});

/** The last line of its output is the demo's logins as JSON. */
const run = async (): Promise<void> => {
  const env = environment.parse(process.env);
  const storage = createLocalStorage({ folder: env.STORAGE_DIR, keys: [env.STORAGE_KEY] });
  const source = await createDataSource(env.DATABASE_URL, { poolSize: 2 }).initialize();
  try {
    const logins = await seedDemo({ source, storage, dataDir: env.DATA_DIR, publicUrl: env.PUBLIC_URL });
    process.stdout.write(`${JSON.stringify(logins)}\n`);
  } finally {
    await source.destroy();
  }
};

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
