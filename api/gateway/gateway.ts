import type {
  CommandAnswer,
  CommandRequest,
  DecisionRequest,
  IdentityCaseState,
  OrderRequest,
  RoomInput,
  RoomOrderRequest,
  SittingInput,
} from '#workflows/messages';
import type { RoomView } from '#protocol/views.schema';

/**
 * The one door to the workflows. Every call is bounded in time and safe to repeat with the same command id.
 * @throws AppError with the workflow's own refusal; `UNAVAILABLE` when no answer came in time
 * @throws WorkflowAbsentError where the workflow was never started, or is closed and gone
 */
export interface Gateway {
  /** Starts the sitting, or joins the one that runs. */
  readonly checkIn: (input: SittingInput, request: CommandRequest) => Promise<CommandAnswer>;
  readonly command: (sittingId: string, request: CommandRequest) => Promise<CommandAnswer>;
  readonly order: (sittingId: string, request: OrderRequest) => Promise<CommandAnswer>;
  /** Starts the room with its first order. */
  readonly roomOrder: (
    room: RoomInput,
    request: RoomOrderRequest,
  ) => Promise<{ readonly seq: number; readonly room: RoomView }>;
  readonly decide: (caseId: string, request: DecisionRequest) => Promise<IdentityCaseState>;
  /** Resolves when Temporal answers. */
  readonly ready: () => Promise<void>;
}

/** No such workflow runs: not begun yet, or over and done with. The route knows which. */
export class WorkflowAbsentError extends Error {
  override readonly name = 'WorkflowAbsentError';

  constructor(readonly workflowId: string) {
    super(`no running workflow ${workflowId}`);
  }
}

export const isWorkflowAbsent = (error: unknown): error is WorkflowAbsentError =>
  error instanceof Error && error.name === 'WorkflowAbsentError';
