import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createDataSource } from '#models/data-source';
import { makeAdministrator } from './make-administrator';

const environment = z.object({ DATABASE_URL: z.string().min(1) });
const options = z.strictObject({
  login: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,79}$/, 'letters, figures, points and hyphens'),
  name: z.string().trim().min(1).max(80).optional(),
});

/** Prints, as its last line, the login and a passcode that is kept nowhere: JSON. */
const run = async (): Promise<void> => {
  const env = environment.parse(process.env);
  const { values } = parseArgs({ options: { login: { type: 'string' }, name: { type: 'string' } } });
  const wanted = options.parse(values);
  const source = await createDataSource(env.DATABASE_URL, { poolSize: 2 }).initialize();
  try {
    const made = await makeAdministrator(source, { ...wanted, now: Date.now() });
    process.stdout.write(`${JSON.stringify(made)}\n`);
  } finally {
    await source.destroy();
  }
};

run().catch((error: unknown) => {
  const faults = error instanceof z.ZodError ? error.issues : null;
  const said = faults?.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n');
  process.stderr.write(`${said ?? (error instanceof Error ? error.message : String(error))}\n`);
  process.exitCode = 1;
});
