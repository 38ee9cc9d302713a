import { join } from 'node:path';
import { bundleWorkflowCode, type Logger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

const workflows = join(__dirname, '../workflows');

/** Everything that runs in the workflow sandbox, in one script; made once a process and shared by its workers. */
export const bundleWorkflows = (logger: Logger): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({
    workflowsPath: join(workflows, 'index.ts'),
    workflowInterceptorModules: [join(workflows, 'interceptors.ts')],
    failureConverterPath: join(workflows, 'failure-converter.ts'),
    logger,
  });
