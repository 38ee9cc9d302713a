import { WorkflowNotFoundError } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { Sitting } from '#models/sitting';
import { sittingWorkflowId } from '#protocol/ids';
import type { IdentityCasePorts } from '#workflows/activities';
import { identityDecided } from '#workflows/messages';
import type { Deps } from './deps';

type Decision = Parameters<IdentityCasePorts['tellSitting']>[0];

/** A review desk may decide days after the sitting's workflow is gone: then the projection learns it from here. */
const project = async (source: DataSource, { sittingId, verdict }: Decision) => {
  await source
    .createQueryBuilder()
    .update(Sitting)
    .set({
      identityStatus: verdict,
      staffView: () => "JSON_SET(staff_view, '$.identity.status', :verdict)",
    })
    .where('id = :sittingId AND staff_view IS NOT NULL')
    .setParameters({ sittingId, verdict })
    .execute();
};

export const tellSitting =
  ({ client, database }: Deps): IdentityCasePorts['tellSitting'] =>
  async (decision) => {
    const { sittingId, ...news } = decision;
    try {
      await client.workflow.getHandle(sittingWorkflowId(sittingId)).signal(identityDecided, news);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      await project(await database(), decision);
    }
  };
