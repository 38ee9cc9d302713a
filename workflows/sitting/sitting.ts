import { condition, log, workflowInfo } from '@temporalio/workflow';
import { Answers, type StoredAnswer } from '../answers';
import { refusalFailure } from '../failures';
import type {
  CommandAnswer,
  CommandRequest,
  Doorbell,
  IdentityDecision,
  NumberedOrder,
  OrderRequest,
  SittingInput,
  Stamp,
} from '../messages';
import type { OutagesAtDeadline } from '../activities';
import type { RecordedChange } from '../protocol/events';
import type { StepResult } from '../protocol/machine';
import { isRefusal, type Refusal } from '../protocol/refusals';
import type { StaffView } from '../protocol/views.schema';
import { showPhase } from '../search-attributes';
import { takeCommand, takeDecision, takeResult } from './commands';
import { Deadlines } from './deadlines';
import { Errands } from './errands';
import { takeOrder } from './orders';
import { Pulls } from './pulls';
import { applyRoomOrder, inOrder } from './room-orders';
import { openingState, stepAt, type Change, type SittingState } from './state';
import { candidateView, staffView } from './view';

/** What a continued run starts from: plain JSON, taken at rest, when nothing is under way. */
export interface CarriedSitting {
  readonly state: SittingState;
  readonly answers: readonly StoredAnswer[];
}

/** How often and how long a command that has seen a newer room order looks for it; then it is judged without. */
const LOOKS_MS = [400, 800, 1_600] as const;
/** Validators draw nothing: what is drawn counts only when the handler commits. */
const nothing = () => 0;

/** The shell around the pure machine: state, outbox, answers. Handlers compute first and assign last. */
export class Sitting {
  readonly pulls: Pulls;
  readonly errands = new Errands();
  readonly deadlines: Deadlines;
  private state: SittingState;
  private readonly answers: Answers<CommandAnswer>;
  private outbox: readonly RecordedChange[] = [];

  constructor(
    readonly input: SittingInput,
    carried?: CarriedSitting,
  ) {
    this.answers = new Answers(carried?.answers);
    this.pulls = new Pulls(input.roomId);
    this.deadlines = new Deadlines(input);
    const opening = openingState(input, this.moment(Date.now(), 'system'));
    this.state = carried?.state ?? opening.state;
    if (carried) return;
    this.commit(opening);
    showPhase(this.phase());
  }

  /** Validator: what is known or has to look first passes; else the same step as the handler's, thrown away. */
  judge(request: CommandRequest): void {
    if (this.answers.has(request.commandId) || request.roomSeq > this.state.roomSeq) return;
    this.demand(takeCommand(this.input, this.state, request, this.momentOf(request, nothing)));
  }

  accept(request: CommandRequest): CommandAnswer | Promise<CommandAnswer> {
    return request.roomSeq > this.state.roomSeq && !this.answers.has(request.commandId)
      ? this.acceptAfterPull(request)
      : this.decide(request);
  }

  judgeOrder(request: OrderRequest): void {
    if (this.answers.has(request.commandId)) return;
    this.demand(takeOrder(this.input, this.state, request.order, this.momentOf(request, nothing)));
  }

  acceptOrder(request: OrderRequest): CommandAnswer {
    const moment = this.momentOf(request, Math.random);
    return this.once(request, () => takeOrder(this.input, this.state, request.order, moment));
  }

  hear(bell: Doorbell): void {
    this.pulls.hear(bell);
  }

  learn(decision: IdentityDecision): void {
    this.apply('decision', () => takeDecision(this.state, decision));
  }

  /** Orders in their order; one that cannot be applied is logged and never holds up the next. */
  obey(orders: readonly NumberedOrder[], upTo: number): void {
    for (const numbered of inOrder(orders, this.state.roomSeq)) {
      const moment = this.moment(numbered.effectiveAt, numbered.by);
      this.apply('room order', () => applyRoomOrder(this.input, this.state, numbered, moment));
    }
    this.state = { ...this.state, roomSeq: Math.max(this.state.roomSeq, upTo) };
  }

  /** While an outage of ours is not booked nothing is collected; one of the candidate lengthens the grace. */
  heedOutages({ isOursUnbooked, measured }: OutagesAtDeadline): void {
    if (isOursUnbooked) this.deadlines.hold();
    else this.deadlines.release();
    this.state = { ...this.state, measured };
  }

  takeResult(stepId: string, result: StepResult): void {
    const moment = this.moment(Date.now(), 'system');
    this.apply('result', () => takeResult(this.input, this.state, stepId, result, moment));
  }

  /** Acts on the deadline that has passed; the caller has pulled every order before. */
  meetDeadline(): void {
    this.deadlines.meet(this.state, (due, change) =>
      this.apply('deadline', () => change(this.state, this.moment(due, 'system'))),
    );
  }

  /** The next instant to act on; none once the sitting is done. */
  dueAt(): number {
    return this.isDone() ? Infinity : this.deadlines.next(this.state).actAt;
  }

  /** Last room order that was applied. */
  roomSeq(): number {
    return this.state.roomSeq;
  }

  unrecorded(): readonly RecordedChange[] {
    return this.outbox;
  }

  recorded(upTo: number): void {
    this.outbox = this.outbox.filter(({ revision }) => revision > upTo);
  }

  staffView(): StaffView {
    return staffView(this.input, this.state, Date.now());
  }

  isDone(): boolean {
    return this.deadlines.lingered;
  }

  /** Time to go: the sitting is done, or its history is long enough to begin a new one. */
  isLeaving(): boolean {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    return this.isDone() || continueAsNewSuggested || historyLength > (this.input.historyLimit ?? Infinity);
  }

  isAtRest(): boolean {
    return this.outbox.length === 0 && this.errands.isEmpty() && !this.pulls.isWanted();
  }

  carry(): CarriedSitting {
    return { state: this.state, answers: this.answers.carried() };
  }

  result() {
    const { revision, over } = this.state;
    return { sittingId: this.input.sittingId, revision, over };
  }

  private async acceptAfterPull(request: CommandRequest): Promise<CommandAnswer> {
    const isCaughtUp = () => this.state.roomSeq >= request.roomSeq;
    for (const waitMs of LOOKS_MS) {
      this.pulls.ask();
      if (await condition(isCaughtUp, waitMs)) break;
    }
    return this.decide(request);
  }

  private decide(request: CommandRequest): CommandAnswer {
    const { command } = request;
    if (command.name === 'check-in') this.pulls.ask();
    const moment = this.momentOf(request, Math.random);
    return this.once(request, () => takeCommand(this.input, this.state, request, moment));
  }

  private once({ commandId }: Stamp, take: () => Change | Refusal): CommandAnswer {
    return this.answers.find(commandId) ?? this.commit(this.demand(take()), commandId);
  }

  private demand(answer: Change | Refusal): Change {
    if (!isRefusal(answer)) return answer;
    throw refusalFailure(answer, candidateView(this.input, this.state, Date.now()));
  }

  /** What nobody waits for: a refusal is no news, and a defect must not fail the task for ever. */
  private apply(what: string, take: () => Change | Refusal): void {
    try {
      const answer = take();
      if (!isRefusal(answer)) this.commit(answer);
    } catch (thrown) {
      log.error('passed over', {
        what,
        cause: thrown instanceof Error ? (thrown.stack ?? thrown.name) : '?',
      });
    }
  }

  private commit(change: Change, commandId: string | null = null): CommandAnswer {
    const isNews = change.events.length > 0;
    const revision = this.state.revision + (isNews ? 1 : 0);
    const state = { ...change.state, revision };
    const answer = { revision, view: candidateView(this.input, state, Date.now()) };
    const events = change.events.map((each, index) => ({
      ...each,
      commandId: index === 0 ? commandId : null,
    }));
    const phaseBefore = this.phase();
    const stored = commandId === null ? null : this.answers.keep(commandId, answer);
    if (isNews) this.outbox = [...this.outbox, { revision, events, answer: stored }];
    this.errands.add(change.errands);
    this.state = state;
    if (this.phase() !== phaseBefore) showPhase(this.phase());
    return answer;
  }

  private phase(): string {
    return this.state.over ? 'over' : stepAt(this.input, this.state.index).kind;
  }

  private momentOf({ receivedAt, by }: Stamp, random: () => number) {
    return { at: receivedAt, seenAt: Date.now(), by, random };
  }

  private moment(at: number, by: string) {
    return { at, seenAt: Date.now(), by, random: Math.random };
  }
}
