import { WithStartWorkflowOperation, WorkflowUpdateFailedError, type Client } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { ulid } from 'ulid';
import {
  command,
  decide,
  order,
  roomOrder,
  roomState,
  sittingState,
  type CommandRequest,
  type DecisionRequest,
  type RoomInput,
  type SittingInput,
} from '../messages';
import { identityCaseWorkflowId, roomWorkflowId, sittingWorkflowId } from '../protocol/ids';
import type { OutageOrder, RoomOrder, SittingOrder } from '../protocol/orders.schema';
import { roomWorkflow } from '../room';
import { sittingWorkflow } from '../sitting';

export interface Place {
  readonly client: Client;
  readonly taskQueue: string;
  /** Server time: the wall clock's, or the skipped one. */
  readonly now: () => Promise<number>;
}
interface Said {
  readonly commandId?: string;
  readonly at?: number;
  readonly by?: string;
  readonly roomSeq?: number;
}

const stamp = async (place: Place, { commandId = ulid(), at, by = 'candidate' }: Said) => ({
  commandId,
  receivedAt: at ?? (await place.now()),
  by,
});

/** A candidate and staff, as the API would speak for them. */
export class SittingDriver {
  readonly id: string;
  roomSeq = 0;

  constructor(
    private readonly place: Place,
    readonly input: SittingInput,
  ) {
    this.id = input.sittingId;
  }

  get handle() {
    return this.place.client.workflow.getHandle<typeof sittingWorkflow>(sittingWorkflowId(this.id));
  }

  /** Update-with-Start, as often as the candidate comes. */
  async checkIn(said: Said = {}) {
    const request = {
      ...(await stamp(this.place, said)),
      stepId: null,
      command: { name: 'check-in' as const },
    };
    const startWorkflowOperation = new WithStartWorkflowOperation(sittingWorkflow, {
      workflowId: sittingWorkflowId(this.id),
      taskQueue: this.place.taskQueue,
      workflowIdConflictPolicy: 'USE_EXISTING',
      args: [this.input],
    });
    return this.place.client.workflow.executeUpdateWithStart(command, {
      updateId: request.commandId,
      args: [{ ...request, roomSeq: said.roomSeq ?? 0 }],
      startWorkflowOperation,
    });
  }

  async ask(stepId: string | null, asked: CommandRequest['command'], said: Said = {}) {
    const request = {
      ...(await stamp(this.place, said)),
      stepId,
      command: asked,
      roomSeq: said.roomSeq ?? 0,
    };
    return this.handle.executeUpdate(command, { updateId: request.commandId, args: [request] });
  }

  async order(given: SittingOrder, said: Said = {}) {
    const request = { ...(await stamp(this.place, { by: 'staff:one', ...said })), order: given };
    return this.handle.executeUpdate(order, { updateId: request.commandId, args: [request] });
  }

  state() {
    return this.handle.query(sittingState);
  }
}

export class RoomDriver {
  constructor(
    private readonly place: Place,
    readonly input: RoomInput,
  ) {}

  get handle() {
    return this.place.client.workflow.getHandle<typeof roomWorkflow>(roomWorkflowId(this.input.roomId));
  }

  async open(): Promise<this> {
    await this.place.client.workflow.start(roomWorkflow, {
      workflowId: roomWorkflowId(this.input.roomId),
      taskQueue: this.place.taskQueue,
      args: [this.input],
    });
    return this;
  }

  async order(given: RoomOrder | OutageOrder, said: Said = {}) {
    const request = { ...(await stamp(this.place, { by: 'staff:one', ...said })), order: given };
    return this.handle.executeUpdate(roomOrder, { updateId: request.commandId, args: [request] });
  }

  invite(sitting: SittingDriver, said: Said = {}, called = false) {
    return this.order({ kind: 'invite', sittingId: sitting.id, called }, said);
  }

  state() {
    return this.handle.query(roomState);
  }
}

export const decideCase = async (
  place: Place,
  caseId: string,
  by: string,
  verdict: DecisionRequest['verdict'],
) => {
  const request = { ...(await stamp(place, { by })), verdict, note: null, cardKey: null };
  const handle = place.client.workflow.getHandle(identityCaseWorkflowId(caseId));
  return handle.executeUpdate(decide, { updateId: request.commandId, args: [request] });
};

/** The typed no that came back, or a fault of the test when it was a yes. */
export const refusalOf = async (asked: Promise<unknown>) => {
  try {
    await asked;
  } catch (thrown) {
    if (thrown instanceof WorkflowUpdateFailedError && thrown.cause instanceof ApplicationFailure) {
      const [details, view] = thrown.cause.details ?? [];
      return { code: thrown.cause.type, details, view };
    }
    throw thrown;
  }
  throw new Error('it was accepted');
};
