import { WithStartWorkflowOperation, type Client } from '@temporalio/client';
import {
  defineSearchAttributeKey,
  SearchAttributeType,
  type SearchAttributePair,
  type UpdateDefinition,
  type Workflow,
} from '@temporalio/common';
import { temporalConfig } from '#config';
import { identityCaseWorkflowId, roomWorkflowId, sittingWorkflowId } from '#protocol/ids';
import { command, decide, order, roomOrder, type RoomInput, type SittingInput } from '#workflows/messages';
import { within } from '../deadline';
import { failureOf } from './failures';
import type { Gateway } from './gateway';

interface Start {
  readonly type: string;
  readonly input: SittingInput | RoomInput;
  readonly attributes: SearchAttributePair[];
}
interface Ask<Answer, Request> {
  readonly update: UpdateDefinition<Answer, [Request]>;
  readonly workflowId: string;
  readonly request: Request;
}

const keyword = (name: keyof typeof temporalConfig.searchAttributes, value: string): SearchAttributePair => ({
  key: defineSearchAttributeKey(temporalConfig.searchAttributes[name], SearchAttributeType.KEYWORD),
  value,
});

/** The only user of the Temporal client. The command id is the update id: a repeat gets the first answer. */
export function createTemporalGateway(
  client: Client,
  taskQueue: string = temporalConfig.queues.exams,
): Gateway {
  const { callDeadlineMs } = temporalConfig;

  /** The client goes on retrying past its deadline, so it is aborted too, and not waited for in any case. */
  const bounded = async <T>(workflowId: string, call: () => Promise<T>): Promise<T> => {
    const signal = AbortSignal.timeout(callDeadlineMs);
    const deadline = Date.now() + callDeadlineMs;
    try {
      const asked = client.withAbortSignal(signal, () => client.withDeadline(deadline, call));
      return await within(callDeadlineMs + 500, asked);
    } catch (error) {
      throw failureOf(error, workflowId);
    }
  };

  const ask = <Answer, Request extends { readonly commandId: string }>(given: Ask<Answer, Request>) =>
    bounded(given.workflowId, () =>
      client.workflow
        .getHandle(given.workflowId)
        .executeUpdate(given.update, { args: [given.request], updateId: given.request.commandId }),
    );

  const startAndAsk = <Answer, Request extends { readonly commandId: string }>(
    { update, workflowId, request }: Ask<Answer, Request>,
    { type, input, attributes }: Start,
  ) =>
    bounded(workflowId, () =>
      client.workflow.executeUpdateWithStart<Workflow, Answer, [Request]>(update, {
        args: [request],
        updateId: request.commandId,
        startWorkflowOperation: new WithStartWorkflowOperation(type, {
          workflowId,
          taskQueue,
          args: [input],
          typedSearchAttributes: attributes,
          workflowIdConflictPolicy: 'USE_EXISTING',
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
        }),
      }),
    );

  return {
    checkIn: (input, request) =>
      startAndAsk(
        { update: command, workflowId: sittingWorkflowId(input.sittingId), request },
        {
          type: 'sittingWorkflow',
          input,
          attributes: [keyword('room', input.roomId), keyword('flow', input.flow.flowVersionId)],
        },
      ),
    command: (sittingId, request) =>
      ask({ update: command, workflowId: sittingWorkflowId(sittingId), request }),
    order: (sittingId, request) => ask({ update: order, workflowId: sittingWorkflowId(sittingId), request }),
    roomOrder: (room, request) =>
      startAndAsk(
        { update: roomOrder, workflowId: roomWorkflowId(room.roomId), request },
        { type: 'roomWorkflow', input: room, attributes: [keyword('room', room.roomId)] },
      ),
    decide: (caseId, request) => ask({ update: decide, workflowId: identityCaseWorkflowId(caseId), request }),
    ready: () =>
      bounded('server', async () => {
        await client.connection.ensureConnected();
        await client.workflowService.getSystemInfo({});
      }),
  };
}
