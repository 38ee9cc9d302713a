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
const list = z.string().transform((text) => text.split(',').map((part) => part.trim()));

/** What the API finds in its environment (bin/lib/environment.mjs and docker/ set it). */
const schema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
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
  SIGNING_KEY: key,
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8443),
  /** The address that browsers use, without a slash at the end. */
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
  /** Paths of PEM files. Without a certificate the API speaks plain HTTP, behind a proxy that ends TLS. */
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  TLS_CA: z.string().optional(),
  /** Addresses of proxies in front of us: only from these is `X-Forwarded-For` believed. */
  TRUSTED_PROXIES: list.default([]),
  /** Lets a collector read `/metrics` from elsewhere than this machine. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Where PDF files lie that questions of a flow may name. */
  FLOWS_DIR: z.string().default('flows'),
  WEB_DIR: z.string().default('dist/web'),
  /** Used by exams whose video provider is `jitsi`. */
  JITSI_DOMAIN: z.string().optional(),
  JITSI_XMPP_DOMAIN: z.string().optional(),
  JITSI_APP_ID: z.string().optional(),
  JITSI_APP_SECRET: z.string().optional(),
  /** Answers below 400 while Jitsi works; its `external_api.js` when unset. A bridge's own `/about/health` says more. */
  JITSI_HEALTH_URL: z.url().optional(),
  JITSI_PROBE_SECONDS: z.coerce.number().min(0.1).max(300).default(10),
  STUN_URLS: list.default([]),
  TURN_URLS: list.default([]),
  TURN_SECRET: z.string().optional(),
});
export type Env = z.infer<typeof schema>;

/** Names of all that is read; docs/settings.md explains each. */
export const settings: readonly string[] = Object.keys(schema.shape);

/** Parses the environment, naming every variable that is missing or wrong at once. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not complete:\n${faults.join('\n')}`);
}

/** Cookies are marked Secure, and plain-HTTP pages are not believed to be ours, where browsers come by HTTPS. */
export const isHttps = (env: Env): boolean => env.PUBLIC_URL.startsWith('https:');
