import { Sitting } from '#models/sitting';
import type { CandidatePrincipal } from '../access/principal';
import { AppError, isAppError } from '../errors';
import { within } from '../deadline';
import { isWorkflowAbsent } from '../gateway/gateway';
import type { Parts } from '../parts';
import { createPresenceRecords } from '../presence/records';
import { joinPosition } from './join-positions';

export interface ClaimWish {
  readonly who: Pick<CandidatePrincipal, 'sittingId' | 'position' | 'roomId'>;
  readonly deviceId: string;
  readonly takeOver: boolean;
  readonly receivedAt: number;
}

/**
 * A device takes its position, and the sitting hears of it. Safe to repeat: the same device keeps its epoch.
 * @throws AppError POSITION_TAKEN, ALREADY_OVER
 */
export async function claimPosition(
  parts: Parts,
  wish: ClaimWish,
): Promise<{ position: 1 | 2; epoch: number }> {
  const { sittingId, position, roomId } = wish.who;
  const sitting = await parts.dataSource
    .getRepository(Sitting)
    .findOne({ where: { id: sittingId }, select: { id: true, endedAt: true, staffView: true } });
  if (!sitting) throw new AppError('NOT_SIGNED_IN');
  if (sitting.endedAt !== null) throw new AppError('ALREADY_OVER', { at: sitting.endedAt });
  const lastSign = await readLastSign(parts, roomId, sittingId, position);
  const { deviceId, takeOver, receivedAt } = wish;
  const held = await parts.positions.claim({ sittingId, position, deviceId, takeOver, lastSign });
  if (sitting.staffView?.view.positions[position]?.epoch !== held.epoch)
    await tellSitting(parts, { sittingId, position, held, receivedAt });
  return { position, epoch: held.epoch };
}

async function readLastSign({ redis }: Parts, roomId: string, sittingId: string, position: 1 | 2) {
  const records = await within(500, createPresenceRecords(redis).ofSitting(roomId, sittingId)).catch(
    () => null,
  );
  return records?.[position] ?? null;
}

/** Tells the sitting who holds a position now, if it has begun: check-in itself tells of what was claimed before. */
export async function tellSitting(parts: Parts, joined: Parameters<typeof joinPosition>[1]): Promise<void> {
  await joinPosition(parts, joined).catch(passOver);
}

function passOver(error: unknown): void {
  if (isWorkflowAbsent(error)) return;
  // A later claim of another device came first; this one's next command hears it.
  if (isAppError(error) && error.code === 'SUPERSEDED') return;
  throw error;
}
