import { Exam } from '#models/exam';
import type { CandidatePrincipal } from '../access/principal';
import type { Parts } from '../parts';
import { rehearsalPlayedBy } from './own';
import { REHEARSAL_QUESTION } from './rehearsal-flow';

interface Played {
  readonly commandId: string;
  readonly act: 'invite' | 'question' | 'end';
}

/**
 * Does what staff would do. The page asks in its own time, so that whoever leaves a rehearsal leaves nothing running;
 * nobody but the candidate himself is in that room.
 * @throws AppError NOT_NOW where this sitting plays no rehearsal
 */
export async function playRehearsal(
  parts: Parts,
  who: CandidatePrincipal,
  { commandId, act }: Played,
  receivedAt: number,
): Promise<void> {
  const { sittingId, roomId, examId } = who;
  await rehearsalPlayedBy(parts.dataSource, sittingId);
  const stamp = { commandId, receivedAt, by: 'system' } as const;
  if (act === 'invite') {
    const { closesAt } = await parts.dataSource.getRepository(Exam).findOneByOrFail({ id: examId });
    const order = { kind: 'invite', sittingId, called: true } as const;
    await parts.gateway.roomOrder({ roomId, examId, closesAt }, { ...stamp, order });
    return;
  }
  const order =
    act === 'question'
      ? ({ kind: 'dispatch', question: REHEARSAL_QUESTION } as const)
      : ({ kind: 'end' } as const);
  const { view } = await parts.gateway.order(sittingId, { ...stamp, order });
  await parts.live.latestViews.note(view);
}
