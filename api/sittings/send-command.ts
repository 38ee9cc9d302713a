import type { Contract } from '#contract';
import type { InputOf } from '#contract/endpoint';
import type { CommandAnswer } from '#workflows/messages';
import { AppError, isAppError } from '../errors';
import { isWorkflowAbsent } from '../gateway/gateway';
import { isOutage } from '../http/outage';
import type { Parts } from '../parts';
import { answerOfThePast } from './answer-of-the-past';
import { createReceipts, type ReceiptFor } from './receipts';
import { seenOrders } from './seen-orders';

export interface Sent {
  readonly sittingId: string;
  readonly receivedAt: number;
  readonly body: InputOf<Contract['sendCommand']>['body'];
}

/**
 * One command of a candidate. On its way it reads Redis at most, so that a dead MariaDB holds up no exam.
 * @throws AppError the sitting's refusal; UNAVAILABLE with a receipt that keeps the first time stamp
 */
export function createSendCommand(parts: Parts) {
  const receipts = createReceipts(parts.env.SIGNING_KEY);
  return async ({ sittingId, receivedAt: now, body }: Sent): Promise<CommandAnswer> => {
    const { commandId, epoch, stepId, command, receipt } = body;
    const receiptFor: ReceiptFor = { sittingId, commandId, asked: { stepId, command } };
    const first = receipt === undefined ? null : receipts.read(receiptFor, receipt);
    const receivedAt = Math.min(first ?? now, now);
    try {
      await parts.positions.check(sittingId, 1, epoch);
      const roomSeq = await seenOrders(parts, sittingId, body.roomSeq);
      const request = { commandId, receivedAt, by: 'candidate', stepId, command, roomSeq };
      const answer = await parts.gateway.command(sittingId, request);
      await parts.live.latestViews.note(answer.view);
      return answer;
    } catch (error) {
      if (isWorkflowAbsent(error)) return answerOfThePast(parts, sittingId, commandId);
      if (!isAway(error)) throw error;
      const details = { receipt: receipts.sign(receiptFor, receivedAt), receivedAt };
      throw new AppError('UNAVAILABLE', details, { cause: error });
    }
  };
}

const isAway = (error: unknown): boolean =>
  isAppError(error) ? error.code === 'UNAVAILABLE' : isOutage(error);
