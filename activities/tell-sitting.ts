import { WorkflowNotFoundError } from '@temporalio/client';
import { sittingWorkflowId } from '#protocol/ids';
import type { IdentityCasePorts } from '#workflows/activities';
import { identityDecided } from '#workflows/messages';
import type { Deps } from './deps';
import { recordLateDecision } from './late-decision';

export const tellSitting =
  ({ client, database, clock }: Deps): IdentityCasePorts['tellSitting'] =>
  async (decision) => {
    const { sittingId, ...news } = decision;
    try {
      await client.workflow.getHandle(sittingWorkflowId(sittingId)).signal(identityDecided, news);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      await recordLateDecision(await database(), decision, clock());
    }
  };
