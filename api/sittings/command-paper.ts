import type { Contract } from '#contract';
import type { InputOf } from '#contract/endpoint';
import type { CommandAnswer } from '#workflows/messages';
import type { CandidatePrincipal } from '../access/principal';
import { isWorkflowAbsent } from '../gateway/gateway';
import type { Parts } from '../parts';
import { answerOfThePast } from './answer-of-the-past';

interface Wish {
  readonly who: Pick<CandidatePrincipal, 'sittingId' | 'position'>;
  readonly body: InputOf<Contract['commandPaper']>['body'];
  readonly receivedAt: number;
}

/** Pens down and hand-in, from the device that photographs. @throws AppError the sitting's refusal, SUPERSEDED */
export const createCommandPaper =
  (parts: Parts) =>
  async ({ who, body, receivedAt }: Wish): Promise<CommandAnswer> => {
    const { sittingId, position } = who;
    const { commandId, epoch, stepId, name, roomSeq } = body;
    await parts.positions.check(sittingId, position, epoch);
    const request = { commandId, receivedAt, by: 'candidate', stepId, command: { name }, roomSeq };
    try {
      const answer = await parts.gateway.command(sittingId, request);
      await parts.live.latestViews.note(answer.view);
      return answer;
    } catch (error) {
      if (isWorkflowAbsent(error)) return answerOfThePast(parts, sittingId, commandId);
      throw error;
    }
  };
