import { log, workflowInfo } from '@temporalio/workflow';
import { Answers, type StoredAnswer } from '../answers';
import { refusalFailure } from '../failures';
import type { NumberedOrder, Occupancy, RoomInput, RoomOrderRequest } from '../messages';
import { isRefusal } from '../protocol/refusals';
import type { RoomView } from '../protocol/views.schema';
import { free, takeOccupancy } from './occupancy';
import { takeRoomOrder } from './orders';
import { openRoom, roomView, type Occupant, type RoomState } from './state';

/** An invitation lasts some minutes, an interview longer: after so long the guest's sitting is asked for. */
const ASK_AFTER_MS = 30 * 60_000;
/** How long a guest who was invited may stay silent when asked; then the room is declared free. */
const SILENT_MS = 60_000;
/** The room serves late orders for so long after the exam's end, then closes by itself. */
const RUN_OUT_MS = 12 * 60 * 60_000;

interface RoomAnswer {
  readonly seq: number;
  readonly room: RoomView;
}
export interface CarriedRoom {
  readonly state: RoomState;
  readonly answers: readonly StoredAnswer[];
}
export interface Ring {
  readonly upTo: number;
  readonly to: string | null;
  /** Rung to hear whether the guest's sitting is still there at all. */
  readonly isAsking: boolean;
}

/** The shell around the room's pure parts: numbers orders, keeps the exam room to one candidate. */
export class Room {
  private state: RoomState;
  private readonly answers: Answers<RoomAnswer>;
  private outbox: readonly NumberedOrder[] = [];
  private rings: readonly Ring[] = [];
  private recordedRevision: number;
  /** The guest whose doorbell was rung again, and when to look after him next. */
  private asked: { readonly guest: Occupant; readonly until: number } | null = null;
  private ranOut = false;

  constructor(
    readonly input: RoomInput,
    carried?: CarriedRoom,
  ) {
    this.answers = new Answers(carried?.answers);
    this.state = carried?.state ?? openRoom();
    this.recordedRevision = carried ? this.state.revision : 0;
  }

  judge(request: RoomOrderRequest): void {
    if (!this.answers.has(request.commandId)) this.demand(request);
  }

  accept(request: RoomOrderRequest): RoomAnswer {
    const known = this.answers.find(request.commandId);
    if (known) return known;
    const { state, order } = this.demand(request);
    const answer = { seq: order.seq, room: roomView(this.input, state) };
    this.answers.keep(request.commandId, answer);
    this.take(state, order);
    return answer;
  }

  learn(news: Occupancy): void {
    this.state = takeOccupancy(this.state, news) ?? this.state;
  }

  view(): RoomView {
    return roomView(this.input, this.state);
  }

  hasUnrecorded(): boolean {
    return this.state.revision > this.recordedRevision;
  }

  unrecorded(): { readonly orders: readonly NumberedOrder[]; readonly room: RoomView } {
    return { orders: this.outbox, room: this.view() };
  }

  /** What is durable may be rung for: a guest by name, the whole room once for all its orders. */
  recorded(orders: readonly NumberedOrder[], revision: number): void {
    this.recordedRevision = revision;
    this.outbox = this.outbox.filter((order) => !orders.includes(order));
    const guests = orders
      .filter(({ to }) => to !== null)
      .map(({ seq, to }) => ({ upTo: seq, to, isAsking: false }));
    const everyone = orders.findLast(({ to }) => to === null);
    this.rings = [
      ...this.rings,
      ...guests,
      ...(everyone ? [{ upTo: everyone.seq, to: null, isAsking: false }] : []),
    ];
  }

  nextRing(which: 'guest' | 'everyone'): Ring | undefined {
    return this.rings.find(({ to }) => (to === null) === (which === 'everyone'));
  }

  /** Nobody at home: a sitting that never began, or is gone, frees the room at once. */
  rung(ring: Ring, isAbsent: boolean): void {
    this.rings = this.rings.filter((each) => each !== ring);
    const { occupant } = this.state;
    const isGuest = occupant !== null && occupant.sittingId === ring.to;
    const isMeant = ring.isAsking || (occupant?.phase === 'invited' && occupant.seq === ring.upTo);
    if (isAbsent && isGuest && isMeant) this.state = free(this.state);
  }

  dueAt(): number {
    if (this.ranOut) return Infinity;
    return Math.min(this.input.closesAt + RUN_OUT_MS, this.guestDueAt());
  }

  meetDeadline(): void {
    const now = Date.now();
    if (this.guestDueAt() <= now) this.askOrFree(now);
    if (this.input.closesAt + RUN_OUT_MS <= now) this.runOut(now);
  }

  isDone(): boolean {
    return this.ranOut;
  }

  isLeaving(): boolean {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    return this.isDone() || continueAsNewSuggested || historyLength > (this.input.historyLimit ?? Infinity);
  }

  isAtRest(): boolean {
    return !this.hasUnrecorded() && this.rings.length === 0;
  }

  carry(): CarriedRoom {
    return { state: this.state, answers: this.answers.carried() };
  }

  private demand(request: Omit<RoomOrderRequest, 'commandId'>) {
    const answer = takeRoomOrder(this.input, this.state, request);
    if (isRefusal(answer)) throw refusalFailure(answer);
    return answer;
  }

  private take(state: RoomState, order: NumberedOrder): void {
    this.outbox = [...this.outbox, order];
    this.state = state;
  }

  private guestDueAt(): number {
    const { occupant } = this.state;
    if (!occupant) return Infinity;
    if (this.asked?.guest === occupant) return this.asked.until;
    return occupant.since + ASK_AFTER_MS;
  }

  private askOrFree(now: number): void {
    const { occupant } = this.state;
    if (!occupant) return;
    const isInvited = occupant.phase === 'invited';
    if (isInvited && this.asked?.guest === occupant) {
      log.warn('a silent guest, the room is declared free', { sittingId: occupant.sittingId });
      this.state = free(this.state);
      return;
    }
    this.asked = { guest: occupant, until: now + (isInvited ? SILENT_MS : ASK_AFTER_MS) };
    const ring = { upTo: this.state.lastSeq, to: occupant.sittingId, isAsking: true };
    this.rings = [...this.rings, ring];
  }

  private runOut(now: number): void {
    this.ranOut = true;
    if (this.state.isClosed) return;
    const order = { kind: 'close' as const };
    const free = { ...this.state, occupant: null, others: [] };
    const closing = takeRoomOrder(this.input, free, { order, receivedAt: now, by: 'system' });
    if (!isRefusal(closing)) this.take(closing.state, closing.order);
  }
}
