import type { Contract } from '#contract';
import type { InputOf } from '#contract/endpoint';
import type { CommandAnswer } from '#workflows/messages';
import type { CandidatePrincipal } from '../access/principal';
import { AppError, isAppError } from '../errors';
import { isWorkflowAbsent } from '../gateway/gateway';
import type { Parts } from '../parts';
import { answerOfThePast } from '../sittings/answer-of-the-past';
import { completeSets, unwriteSet, writeSet } from './sets';

export interface Sealing {
  readonly who: Pick<CandidatePrincipal, 'sittingId' | 'position'>;
  readonly body: InputOf<Contract['sealSheets']>['body'];
  readonly receivedAt: number;
}

/**
 * Writes the digests down, then lets the sitting judge the seal by its stamp.
 * @throws AppError the sitting's refusal; then the set was never sealed
 */
export async function sealSheets(parts: Parts, { who, body, receivedAt }: Sealing): Promise<CommandAnswer> {
  const { sittingId } = who;
  const { commandId, stepId, setId, sheets, roomSeq } = body;
  const { set, isNew } = await writeSet(parts, { setId, sittingId, stepId, sheets, at: receivedAt });
  if (set.sittingId !== sittingId) throw new AppError('NOT_ALLOWED');
  const { version, digest } = set;
  const command = { name: 'sheets-sealed', setId, version, sheets: sheets.length, digest } as const;
  const request = { commandId, receivedAt: set.sealedAt, by: 'candidate', stepId, command, roomSeq };
  try {
    const answer = await parts.gateway.command(sittingId, request);
    await parts.live.latestViews.note(answer.view);
    await completeSets(parts, { sittingId, stepId });
    return answer;
  } catch (error) {
    if (isWorkflowAbsent(error)) return answerOfThePast(parts, sittingId, commandId);
    if (isNew && isAppError(error) && error.code !== 'UNAVAILABLE') await unwriteSet(parts, setId);
    throw error;
  }
}
