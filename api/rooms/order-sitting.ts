import type { SittingOrder } from '#protocol/orders.schema';
import type { CandidateView } from '#protocol/views.schema';
import type { CommandAnswer } from '#workflows/messages';
import { byOf, type StaffPrincipal } from '../access/principal';
import { isWorkflowAbsent } from '../gateway/gateway';
import type { Parts } from '../parts';
import { seesIdentity, withoutIdentity, type Viewer } from '../presenters/staff-view';
import { answerOfThePast } from '../sittings/answer-of-the-past';
import { namingTheFirst } from './name-the-first';
import { demandAbility, sittingOrderAbilities } from './order-abilities';
import { demandFreeRoom } from './free-room';
import { viewerOf } from './viewer';

export interface SittingOrdering {
  readonly who: StaffPrincipal;
  readonly sittingId: string;
  readonly commandId: string;
  readonly order: SittingOrder;
  readonly receivedAt: number;
}

/** Gives an order to one sitting; the answer shows of the candidate what this member of staff may see. */
export async function orderSitting(parts: Parts, given: SittingOrdering): Promise<CommandAnswer> {
  const { who, sittingId, commandId, order, receivedAt } = given;
  demandAbility(who.role, sittingOrderAbilities[order.kind]);
  const request = { commandId, receivedAt, by: byOf(who), order };
  if (order.kind === 'reopen')
    await namingTheFirst(parts.dataSource, demandFreeRoom(parts, sittingId, commandId));
  const ordered = parts.gateway.order(sittingId, request).catch((error: unknown) => {
    if (isWorkflowAbsent(error)) return answerOfThePast(parts, sittingId, commandId);
    throw error;
  });
  const answer = await namingTheFirst(parts.dataSource, ordered);
  await parts.live.latestViews.note(answer.view);
  return { ...answer, view: presentView(answer.view, await viewerOf(parts, who)) };
}

const nothing = {
  identity: { status: 'not-yet', caseId: null, reason: null, attemptsUsed: 0 },
  waived: [],
  queueKey: null,
} as const;

const presentView = (view: CandidateView, viewer: Viewer): CandidateView =>
  seesIdentity(viewer, view.sittingId) ? view : withoutIdentity({ ...nothing, view, waived: [] }).view;
