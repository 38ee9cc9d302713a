import type { CommandAnswer, CommandRequest } from '#workflows/messages';
import { isWorkflowAbsent } from '../gateway/gateway';
import type { Parts } from '../parts';
import { answerOfThePast } from '../sittings/answer-of-the-past';

/** What the server knows of a take, told to its sitting. @throws AppError the sitting's refusal */
export async function askSitting(
  parts: Parts,
  sittingId: string,
  request: CommandRequest,
): Promise<CommandAnswer> {
  try {
    const answer = await parts.gateway.command(sittingId, request);
    await parts.live.latestViews.note(answer.view);
    return answer;
  } catch (error) {
    if (isWorkflowAbsent(error)) return answerOfThePast(parts, sittingId, request.commandId);
    throw error;
  }
}
