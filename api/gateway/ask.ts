import { WithStartWorkflowOperation, type Client } from '@temporalio/client';
import type { SearchAttributePair, UpdateDefinition, Workflow } from '@temporalio/common';
import { temporalConfig } from '#config';
import type { RoomInput, SittingInput } from '#workflows/messages';
import { within } from '../deadline';
import { failureOf } from './failures';

export interface Ask<Answer, Request> {
  readonly update: UpdateDefinition<Answer, [Request]>;
  readonly workflowId: string;
  readonly request: Request;
}
export interface Start {
  readonly type: string;
  readonly taskQueue: string;
  readonly input: SittingInput | RoomInput;
  readonly attributes: SearchAttributePair[];
}

/** Updates that are bounded in time. The command id is the update id: a repeat gets the first answer. */
export function createAsk(client: Client) {
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
    start: Start,
  ) =>
    bounded(workflowId, () =>
      client.workflow.executeUpdateWithStart<Workflow, Answer, [Request]>(update, {
        args: [request],
        updateId: request.commandId,
        startWorkflowOperation: operationOf(workflowId, start),
      }),
    );

  return { bounded, ask, startAndAsk };
}

/** Joins what runs; what ran and is closed is never begun again. */
const operationOf = (workflowId: string, { type, taskQueue, input, attributes }: Start) =>
  new WithStartWorkflowOperation(type, {
    ...{ workflowId, taskQueue },
    args: [input],
    typedSearchAttributes: attributes,
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
  });
