import type { CommandAnswer, CommandRequest } from '#workflows/messages';
import { isAppError } from '../errors';
import type { Held } from '../access/positions';
import type { Parts } from '../parts';

interface Joined {
  readonly sittingId: string;
  readonly position: 1 | 2;
  readonly held: Held;
  readonly receivedAt: number;
}

/** Tells the sitting that a device holds a position. The same epoch is the same command: a repeat does nothing. */
export async function joinPosition(parts: Parts, joined: Joined): Promise<CommandAnswer> {
  const { sittingId, position, held, receivedAt } = joined;
  const request: CommandRequest = {
    commandId: `position-${position}-${held.epoch}`,
    receivedAt,
    by: 'candidate',
    stepId: null,
    command: { name: 'position-joined', position, epoch: held.epoch },
    roomSeq: 0,
  };
  const answer = await parts.gateway.command(sittingId, request);
  await parts.live.latestViews.note(answer.view);
  return answer;
}

/** What was claimed before the sitting began, or while it could not be told, is told now. */
export async function joinPositions(
  parts: Parts,
  first: CommandAnswer,
  receivedAt: number,
): Promise<CommandAnswer> {
  const { sittingId } = first.view;
  let answer = first;
  for (const position of [1, 2] as const) {
    const held = await parts.positions.current(sittingId, position);
    if (!held || held.epoch === answer.view.positions[position]?.epoch) continue;
    answer = await joinPosition(parts, { sittingId, position, held, receivedAt }).catch((error: unknown) => {
      // Taken over, or ended, in this very moment: the view says so soon enough.
      if (isAppError(error) && error.code !== 'UNAVAILABLE') return answer;
      throw error;
    });
  }
  return answer;
}
