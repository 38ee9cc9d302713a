import { randomInt } from 'node:crypto';

export const targets = ['api', 'worker', 'temporal', 'mariadb', 'redis', 'all'] as const;
export type Target = (typeof targets)[number];

export interface Options {
  readonly seed: string;
  readonly targets: readonly Target[];
  /** Ids of steps (and `enter`); null: all that the flows have. */
  readonly steps: readonly string[] | null;
  /** Names of flows; null: all there are. */
  readonly flows: readonly string[] | null;
  readonly sittings: number;
  /** Only so many cells, drawn by the seed; null: all. */
  readonly sample: number | null;
  readonly breaks: 'ack-early' | null;
  /** Folder for the results. */
  readonly out: string;
  readonly keep: boolean;
}

export const usage = `npm run chaos -- [OPTION…]

  --seed N              draws instants, rooms and samples; one is drawn and printed when absent
  --targets A,B         of ${targets.join(', ')}; all of them when absent
  --steps A,B           ids of steps, and "enter"; every step of every flow when absent
  --flows A,B           names of files in flows/; all of them when absent
  --sittings N          how many candidates sit at once (24)
  --sample N            only N cells of the table, drawn by the seed
  --break=ack-early     an api that acknowledges before it is durable: this must fail
  --out FOLDER          where the results are written (.data/chaos/results)
  --keep                leave the services' data and logs, also after a good end
`;

const valueOf = (given: readonly string[], name: string): string | undefined => {
  const at = given.findIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  const word = given[at];
  if (word === undefined) return undefined;
  return word.includes('=') ? word.slice(word.indexOf('=') + 1) : given[at + 1];
};
const listOf = (text: string | undefined): string[] | null =>
  text === undefined ? null : text.split(',').filter(Boolean);

const known = ['seed', 'targets', 'steps', 'flows', 'sittings', 'sample', 'break', 'out', 'keep'];

/** @throws Error that says what is not understood */
export function readOptions(given: readonly string[], defaultOut: string): Options {
  for (const word of given) {
    if (word.startsWith('--') && !known.includes(word.slice(2).split('=')[0] ?? ''))
      throw new Error(`unknown: ${word}\n\n${usage}`);
  }
  const wanted = listOf(valueOf(given, 'targets')) ?? targets;
  const chosen = targets.filter((target) => wanted.includes(target));
  if (chosen.length !== wanted.length) throw new Error(`targets are: ${targets.join(', ')}`);
  const breaks = valueOf(given, 'break') ?? null;
  if (breaks !== null && breaks !== 'ack-early') throw new Error('the only break is: ack-early');
  const sample = valueOf(given, 'sample');
  return {
    seed: valueOf(given, 'seed') ?? String(randomInt(2 ** 31)),
    targets: chosen,
    steps: listOf(valueOf(given, 'steps')),
    flows: listOf(valueOf(given, 'flows')),
    sittings: Number(valueOf(given, 'sittings') ?? 24),
    sample: sample === undefined ? null : Number(sample),
    breaks,
    out: valueOf(given, 'out') ?? defaultOut,
    keep: given.includes('--keep'),
  };
}
