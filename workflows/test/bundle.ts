import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, type DefaultLogger, type WorkflowBundle } from '@temporalio/worker';

const workflows = join(__dirname, '..');
const kept = join(__dirname, '../../.data/test/bundles');

const sources = () =>
  readdirSync(workflows, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('test'))
    .sort();

const digest = () => {
  const hash = createHash('sha256').update(readFileSync(join(workflows, '../package-lock.json')));
  for (const path of sources()) hash.update(path).update(readFileSync(join(workflows, path)));
  return hash.digest('hex').slice(0, 24);
};

/** Exactly what the worker runs, built once for the same sources: webpack takes seconds, suites are many. */
export const workflowBundle = async (logger: DefaultLogger): Promise<WorkflowBundle> => {
  const path = join(kept, `${digest()}.js`);
  if (existsSync(path)) return { code: readFileSync(path, 'utf8') };
  const bundle = await bundleWorkflowCode({
    workflowsPath: join(workflows, 'index.ts'),
    workflowInterceptorModules: [join(workflows, 'interceptors.ts')],
    failureConverterPath: join(workflows, 'failure-converter.ts'),
    logger,
  });
  mkdirSync(kept, { recursive: true });
  writeFileSync(`${path}.${process.pid}`, bundle.code);
  renameSync(`${path}.${process.pid}`, path);
  return { code: bundle.code };
};
