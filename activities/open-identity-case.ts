import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { identityCaseWorkflowId } from '#protocol/ids';
import type { SittingPorts } from '#workflows/activities';
import type { Deps } from './deps';

/** One case a sitting and step: starting it again, also after its end, finds the first one. */
export const openIdentityCase =
  ({ client, taskQueue }: Deps): SittingPorts['openIdentityCase'] =>
  async (input) => {
    try {
      await client.workflow.start('identityCaseWorkflow', {
        workflowId: identityCaseWorkflowId(input.caseId),
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        taskQueue,
        args: [input],
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  };
