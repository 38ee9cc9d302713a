import { RecordedChangeRow } from '#models/recorded-change';
import { Room } from '#models/room';
import { AppError } from '../errors';
import type { Parts } from '../parts';

/**
 * An interview that is reopened takes the exam room again, and another candidate may be in it by now. A repeat of a
 * reopening that was done goes through to its first answer.
 * @throws AppError ROOM_OCCUPIED
 */
export async function demandFreeRoom(
  { dataSource, places }: Parts,
  sittingId: string,
  commandId: string,
): Promise<void> {
  const { roomId } = await places.ofSitting(sittingId);
  const rooms = dataSource.getRepository(Room);
  const room = await rooms.findOne({ where: { id: roomId }, select: { id: true, view: true } });
  const occupant = room?.view?.occupant;
  if (!occupant || occupant.sittingId === sittingId) return;
  if (await dataSource.getRepository(RecordedChangeRow).existsBy({ sittingId, commandId })) return;
  const { by, since: at, phase } = occupant;
  throw new AppError('ROOM_OCCUPIED', { sittingId: occupant.sittingId, phase, by, at });
}
