import type { RoomInput } from '#workflows/messages';
import type { RoomOrder } from '#protocol/orders.schema';
import { Exam } from '#models/exam';
import type { RoomPlace } from '../access/places';
import { byOf, type StaffPrincipal } from '../access/principal';
import { AppError } from '../errors';
import { isWorkflowAbsent } from '../gateway/gateway';
import type { Parts } from '../parts';
import { judgeInvitation } from './judge-invitation';
import { namingTheFirst } from './name-the-first';
import { demandAbility, roomOrderAbilities } from './order-abilities';

export interface RoomOrdering {
  readonly who: StaffPrincipal;
  readonly place: RoomPlace;
  readonly commandId: string;
  readonly order: RoomOrder;
  readonly receivedAt: number;
}

type Answer = Awaited<ReturnType<Parts['gateway']['roomOrder']>>;

/** A console that got no answer asks again within this. */
const REPEATS_MS = 15 * 60_000;

/** Gives an order to a room. A repeat gets its first answer before anything is judged again. */
export async function orderRoom(parts: Parts, given: RoomOrdering) {
  const { who, place, commandId, order, receivedAt } = given;
  demandAbility(who.role, roomOrderAbilities[order.kind]);
  const key = `order:${place.roomId}:${commandId}`;
  const first = await parts.readThrough.recall<Answer>(key);
  if (first) return first;
  if (order.kind === 'invite') await judgeInvitation(parts, place, order, receivedAt);
  const room = await roomInput(parts, place);
  const request = { commandId, receivedAt, by: byOf(who), order };
  try {
    const answer = await namingTheFirst(parts.dataSource, parts.gateway.roomOrder(room, request));
    await parts.readThrough.keep(key, answer, REPEATS_MS);
    return answer;
  } catch (error) {
    // The room served late orders long after the exam's end and closed for good.
    if (isWorkflowAbsent(error)) throw new AppError('ROOM_CLOSED');
    throw error;
  }
}

/** Kept in Redis, so that a room can be ordered while MariaDB is away. */
async function roomInput(
  { dataSource, readThrough }: Parts,
  { roomId, examId }: RoomPlace,
): Promise<RoomInput> {
  const input = await readThrough.read<RoomInput>({
    key: `room-input:${roomId}`,
    freshMs: 60_000,
    keepMs: 24 * 3_600_000,
    load: async () => {
      const exam = await dataSource.getRepository(Exam).findOneBy({ id: examId });
      return exam && { roomId, examId, closesAt: exam.closesAt };
    },
  });
  if (!input) throw new AppError('NOT_FOUND');
  return input;
}
