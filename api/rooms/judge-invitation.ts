import { IsNull, LessThan } from 'typeorm';
import type { RoomOrder } from '#protocol/orders.schema';
import { Sitting } from '#models/sitting';
import type { RoomPlace } from '../access/places';
import { AppError } from '../errors';
import { isOutage } from '../http/outage';
import type { Parts } from '../parts';
import { stateOf } from '../presence/judge';

export type Invite = Extract<RoomOrder, { kind: 'invite' }>;

/** Candidates who cannot be reached are nobody's place in the queue. */
const reachable: readonly ReturnType<typeof stateOf>[] = ['live', 'amber', 'locked'];

/**
 * What can be said of an invitation before the room is asked, from the projection: the room and the sitting judge
 * for themselves, but later. With MariaDB away this is left to them.
 * @throws AppError NOT_FOUND, NOT_NOW, CANDIDATE_AWAY, MUST_BE_CALLED, REASON_NEEDED
 */
export async function judgeInvitation(
  parts: Parts,
  place: RoomPlace,
  invite: Invite,
  now: number,
): Promise<void> {
  try {
    const row = await parts.dataSource.getRepository(Sitting).findOne({
      where: { id: invite.sittingId, roomId: place.roomId },
      select: { id: true, staffView: true, queueKey: true },
    });
    if (!row) throw new AppError('NOT_FOUND');
    judgeCandidate(row, invite, now);
    if (!invite.called && !invite.reason && row.queueKey)
      await judgeOrder(parts, place.roomId, row.queueKey, now);
  } catch (error) {
    if (!isOutage(error)) throw error;
    parts.logger.warn({ err: error }, 'the invitation is left to the room to judge');
  }
}

function judgeCandidate({ staffView }: Sitting, { called }: Invite, now: number): void {
  const step = staffView?.view.step;
  if (step?.kind !== 'waiting') throw new AppError('NOT_NOW', { step: step?.kind ?? null });
  if (called) return;
  if (step.phase === 'away' && now < step.until) throw new AppError('CANDIDATE_AWAY', { until: step.until });
  if (step.phase === 'must-be-called') throw new AppError('MUST_BE_CALLED', { missed: step.missed });
}

/** Somebody who waits ready and came before: passing him over wants a reason. */
async function judgeOrder(parts: Parts, roomId: string, queueKey: string, now: number): Promise<void> {
  const before = await parts.dataSource.getRepository(Sitting).find({
    where: [
      { roomId, stepKind: 'waiting', stepPhase: 'queued', queueKey: LessThan(queueKey), endedAt: IsNull() },
    ],
    select: { id: true, queueKey: true },
    order: { queueKey: 'ASC' },
  });
  if (before.length === 0) return;
  const records = await parts.live.presence.records.ofRoom(roomId);
  const passedOver = before.find(({ id }) => reachable.includes(stateOf(records.get(id)?.[1] ?? null, now)));
  if (passedOver) throw new AppError('REASON_NEEDED', { sittingId: passedOver.id, why: 'out-of-order' });
}
