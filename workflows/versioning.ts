import type { WorkflowDefinitionOptions } from '@temporalio/common';
import { workflowInfo } from '@temporalio/workflow';

/**
 * How a workflow meets new code, where workers carry a deployment version. The server refuses a behaviour from
 * a worker without one, and would refuse every task of it.
 */
export const whenVersioned = (behaviour: 'PINNED' | 'AUTO_UPGRADE') => (): WorkflowDefinitionOptions =>
  workflowInfo().currentDeploymentVersion?.deploymentName ? { versioningBehavior: behaviour } : {};
