import { z } from 'zod';

const key = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, '32 bytes in base64');
const keys = z
  .string()
  .default('')
  .transform((text) => text.split(',').filter(Boolean))
  .pipe(z.array(key));

const schema = z.object({
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  DATABASE_URL: z.string().min(1),
  REDIS_URL: z.string().min(1),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().default('examhall'),
  STORAGE_DIR: z.string().min(1),
  PAYLOAD_KEY: key,
  /** Keys used before the present one: they still decrypt. */
  PAYLOAD_OLD_KEYS: keys,
  STORAGE_KEY: key,
  STORAGE_OLD_KEYS: keys,
  /** Which task queues this process serves: both on one machine, apart where face checks have machines of their own. */
  ROLE: z.enum(['all', 'exams', 'vision']).default('all'),
  /** With a build id the worker takes part in a Worker Deployment: sittings stay on the code they began with. */
  WORKER_BUILD_ID: z.string().optional(),
  /** Folder of `ffmpeg` and `ffprobe`; empty: they are on PATH. */
  FFMPEG_DIR: z.string().default(''),
  /** Where `/healthz` is answered; nowhere when unset. */
  HEALTH_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  HEALTH_HOST: z.string().default('127.0.0.1'),
});
export type Env = z.infer<typeof schema>;

/** Names of all that is read; docs/settings.md explains each. */
export const settings: readonly string[] = Object.keys(schema.shape);

/** @throws Error that names every variable that is missing or wrong, at once */
export const readEnv = (source: Readonly<Record<string, string | undefined>>): Env => {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not complete:\n${faults.join('\n')}`);
};
