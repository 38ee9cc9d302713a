import 'reflect-metadata';
import { Client, Connection } from '@temporalio/client';
import { pino } from 'pino';
import { readEnv } from '../env';
import { openParts } from '../parts';
import { createHistories } from '../reproject/histories';
import { reproject } from '../reproject/reproject';

/** Rebuilds the record and the projections from Temporal's histories, and says what it put right. */
const run = async (): Promise<void> => {
  const env = readEnv(process.env);
  const parts = openParts(env, pino({ level: 'silent' }));
  const connection = await Connection.connect({ address: env.TEMPORAL_ADDRESS });
  try {
    const { dataConverter, database } = parts;
    const client = new Client({ connection, namespace: env.TEMPORAL_NAMESPACE, dataConverter });
    const report = await reproject(await database(), createHistories(client, dataConverter));
    for (const [workflowId, lines] of Object.entries(report.changed)) {
      process.stdout.write(`${workflowId}\n${lines.map((line) => `  ${line}\n`).join('')}`);
    }
    for (const workflowId of report.withoutHistory)
      process.stdout.write(`${workflowId}: no history, left as it is\n`);
    const changed = Object.keys(report.changed).length;
    process.stdout.write(
      `${report.looked} looked at, ${changed} put right, ${report.withoutHistory.length} without history\n`,
    );
  } finally {
    await parts.close();
    await connection.close();
  }
};

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
