import type { DataSource } from 'typeorm';
import type { Storage } from '#models/storage/port';
import { passesOf, sampleOf, type Pass } from './cells';
import { Company } from './company';
import { diceOf, type Dice } from './dice';
import { shippedFlows } from './flows';
import { seedHall } from './hall';
import type { Options } from './options';
import { isGoodRow, loadNow, machineOf, tableOf, type Results } from './report';
import type { Stack } from './stack';
import { storm, type Row } from './storm';
import type { TruthReader } from './truth';

export interface Bench {
  readonly options: Options;
  readonly stack: Stack;
  readonly source: DataSource;
  readonly storage: Storage;
  readonly reader: TruthReader;
  readonly dataDir: string;
  readonly say: (text: string) => void;
  readonly save: (results: Results) => void;
}

/** Every cell that was asked for, pass by pass. What is known so far is kept after each: a long table may be cut off. */
export async function runTable(bench: Bench): Promise<Results> {
  const { options, say, save } = bench;
  const dice = diceOf(options.seed);
  const startedAt = new Date().toISOString();
  const rows: Row[] = [];
  const loads: number[] = [];
  const sofar = (trouble: string | null): Results => ({
    ...{ seed: options.seed, startedAt, endedAt: new Date().toISOString() },
    ...{ breaks: options.breaks, sittings: options.sittings, machine: machineOf() },
    load: [Math.min(...loads), Math.max(...loads)],
    ...{ rows, trouble },
  });
  const keep = (row: Row): void => {
    rows.push(row);
    loads.push(loadNow());
    say(`${tableOf([row]).split('\n').at(-1)}   ${isGoodRow(row) ? '' : row.details.slice(0, 4).join('; ')}`);
    save(sofar('not all cells were run'));
  };
  let trouble: string | null = null;
  for (const pass of passesFor(options, dice.apart('sample'))) {
    await walk(bench, pass, dice, keep).catch((error: unknown) => {
      trouble = error instanceof Error ? (error.stack ?? error.message) : String(error);
      say(trouble);
    });
  }
  say(`\n${tableOf(rows)}`);
  return sofar(trouble);
}

function passesFor(options: Options, dice: Dice): Pass[] {
  const passes = shippedFlows(options.flows).flatMap((flow) => passesOf(flow, options));
  return options.sample === null ? passes : sampleOf(passes, options.sample, dice);
}

/** One hall through one flow. Breaks off where something went wrong: what comes after would only repeat it. */
async function walk(bench: Bench, { flow, acts }: Pass, dice: Dice, keep: (row: Row) => void): Promise<void> {
  const { options, stack, source, storage, reader, dataDir, say } = bench;
  const hall = await seedHall(source, storage, flow, options.sittings);
  const company = await Company.gather(stack.url, hall, dataDir, dice.apart(hall.flow.name));
  const last = acts.at(-1)?.act;
  try {
    for (const { act, target } of acts) {
      if (target) {
        say(`${flow.name}: ${target} × ${act.id} …`);
        await company.prepare(act);
        const drawn = dice.apart(`${flow.name} ${target} ${act.id}`);
        const row = await storm({ company, stack, reader, flow: flow.name }, act, target, drawn);
        keep(row);
        if (!isGoodRow(row)) return;
      }
      if (act !== last) await company.leave(act);
    }
  } finally {
    company.disperse();
  }
}
