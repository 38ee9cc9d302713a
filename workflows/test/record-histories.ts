// `npm run histories:record`: plays the stories and keeps their histories for the replay suite. Wants the
// services of `npm run services`. Record again only when a change of workflow code is meant to break replay.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { openHall } from './harness';
import { stories, type Kept } from './history-stories';
import { longStories } from './long-stories';
import { outageStories } from './outage-stories';
import { proctoredStories } from './proctored-stories';
import { recordedStories } from './recorded-stories';
import { openSkippingHall } from './skipping';
import { writtenStories } from './written-stories';

const folder = join(__dirname, 'histories');

interface Server {
  readonly address: string;
  readonly namespace: string;
}

/** Who played it, and where its files lay, is nobody's business and changes nothing. */
const scrubbed = (key: string, value: unknown): unknown => {
  if (key === 'identity') return 'recorded';
  return key === 'stackTrace' || key === 'encodedAttributes' ? undefined : value;
};

/** As the CLI writes it: the SDK's own JSON of a fetched history cannot be read back. */
const show = ({ workflowId, runId }: Kept, { address, namespace }: Server): unknown => {
  const cli = process.env.TEMPORAL_CLI;
  if (!cli) throw new Error('TEMPORAL_CLI names no command line of Temporal');
  const where = ['--address', address, '--namespace', namespace];
  const which = ['--workflow-id', workflowId, ...(runId ? ['--run-id', runId] : [])];
  const shown = execFileSync(cli, ['workflow', 'show', '--output', 'json', ...where, ...which], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(shown.toString().replaceAll(hostname(), 'host'), scrubbed);
};

const keep = (kept: readonly Kept[], server: Server): void => {
  for (const each of kept) {
    writeFileSync(join(folder, `${each.why}.json`), `${JSON.stringify(show(each, server))}\n`);
    console.log(each.why);
  }
};

/** Named on the command line, only those are played: what is not meant to change is not recorded again. */
const sets = {
  day: stories,
  outages: outageStories,
  written: writtenStories,
  recorded: recordedStories,
  proctored: proctoredStories,
} as const;
const isWanted = (name: string): boolean => process.argv.length < 3 || process.argv.slice(2).includes(name);

const main = async (): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  const { hall, close } = await openHall();
  for (const [name, told] of Object.entries(sets))
    for (const tell of isWanted(name) ? told : []) keep(await tell(hall), hall.server);
  await close();
  if (!isWanted('long')) return;
  const skipping = await openSkippingHall();
  keep(await longStories(skipping), skipping.hall.server);
  await skipping.close();
};

void main();
