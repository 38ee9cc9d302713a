import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './debian';

export interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile?: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly user?: string;
  readonly read_only?: boolean;
  readonly privileged?: boolean;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly restart?: string;
  readonly stop_grace_period?: string;
  readonly security_opt?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly deploy?: { readonly resources?: { readonly limits?: { cpus?: string; memory?: string } } };
}

export interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, unknown>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

export const FILE = join(ROOT, 'docker/compose.yaml');
export const source = (): string => readFileSync(FILE, 'utf8');
export const example = (): string => readFileSync(join(ROOT, 'docker/.env.example'), 'utf8');

/** `${NAME}` and `${NAME:?word}`; no other form is used, so there are no defaults that .env does not show. */
const USE = /\$\{(\w+)(:\?[^}]*)?\}/g;

export const variablesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(USE)].map(([, name]) => name ?? '')),
];

export const linesOf = (env: string): Record<string, string> =>
  Object.fromEntries(
    env
      .split('\n')
      .filter((line) => /^\w+=/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

/** `.env` as ./make-secrets makes it from the example. */
export function madeEnv(): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'env-'));
  cpSync(join(ROOT, 'docker/.env.example'), join(folder, '.env.example'));
  execFileSync(join(ROOT, 'docker/make-secrets'), [folder]);
  const env = linesOf(readFileSync(join(folder, '.env'), 'utf8'));
  rmSync(folder, { recursive: true });
  return env;
}

/** The compose file as Docker would read it with `env`: values are filled in after YAML was read. @throws Error for a variable that is not there */
export function render(env: Readonly<Record<string, string>>): Compose {
  const fill = (text: string) =>
    text.replace(USE, (_, name: string, must?: string) => {
      const value = env[name];
      if (value === undefined || (must && value === '')) throw new Error(`${name} is not set`);
      return value;
    });
  const walk = (node: unknown): unknown => {
    if (typeof node === 'string') return fill(node);
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)]));
  };
  return walk(parse(source(), { merge: true })) as Compose;
}
