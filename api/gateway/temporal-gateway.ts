import type { Client } from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType, type SearchAttributePair } from '@temporalio/common';
import { temporalConfig } from '#config';
import { identityCaseWorkflowId, roomWorkflowId, sittingWorkflowId } from '#protocol/ids';
import { command, decide, order, roomOrder } from '#workflows/messages';
import { createAsk } from './ask';
import type { Gateway } from './gateway';

const keyword = (name: keyof typeof temporalConfig.searchAttributes, value: string): SearchAttributePair => ({
  key: defineSearchAttributeKey(temporalConfig.searchAttributes[name], SearchAttributeType.KEYWORD),
  value,
});

/** The only user of the Temporal client. */
export function createTemporalGateway(
  client: Client,
  taskQueue: string = temporalConfig.queues.exams,
): Gateway {
  const { ask, startAndAsk, bounded } = createAsk(client);
  return {
    checkIn: (input, request) =>
      startAndAsk(
        { update: command, workflowId: sittingWorkflowId(input.sittingId), request },
        {
          ...{ type: 'sittingWorkflow', taskQueue, input },
          attributes: [keyword('room', input.roomId), keyword('flow', input.flow.flowVersionId)],
        },
      ),
    command: (sittingId, request) =>
      ask({ update: command, workflowId: sittingWorkflowId(sittingId), request }),
    order: (sittingId, request) => ask({ update: order, workflowId: sittingWorkflowId(sittingId), request }),
    roomOrder: (room, request) =>
      startAndAsk(
        { update: roomOrder, workflowId: roomWorkflowId(room.roomId), request },
        { type: 'roomWorkflow', taskQueue, input: room, attributes: [keyword('room', room.roomId)] },
      ),
    decide: (caseId, request) => ask({ update: decide, workflowId: identityCaseWorkflowId(caseId), request }),
    ready: () =>
      bounded('server', async () => {
        await client.connection.ensureConnected();
        await client.workflowService.getSystemInfo({});
      }),
  };
}
