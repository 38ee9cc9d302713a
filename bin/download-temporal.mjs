// @ts-check
// Run as a child: `node bin/download-temporal.mjs FOLDER` lets the Temporal SDK download its development
// server into FOLDER and prints the path of what came.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';

const folder = process.argv[2] ?? '.';
const environment = await TestWorkflowEnvironment.createLocal({
  server: { executable: { type: 'cached-download', downloadDir: folder } },
});
await environment.teardown();
const file = readdirSync(folder).find((name) => name.startsWith('temporal'));
process.stdout.write(`${join(folder, file ?? '')}\n`, () => process.exit(0));
