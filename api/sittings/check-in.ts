import { IsNull, type DataSource } from 'typeorm';
import type { CommandAnswer, CommandRequest, SittingInput } from '#workflows/messages';
import { Exam } from '#models/exam';
import { Sitting } from '#models/sitting';
import { AppError } from '../errors';
import { snapshotFlow } from '../flows/snapshot-flow';
import { isWorkflowAbsent } from '../gateway/gateway';
import type { Parts } from '../parts';
import { renewStill } from './home';
import { joinPositions } from './join-positions';

const MINUTE = 60_000;

export interface CheckIn {
  readonly sittingId: string;
  readonly commandId: string;
  readonly receivedAt: number;
}

/**
 * Starts the sitting, or joins the one that runs: after a crash, from another device, after a 503.
 * @throws AppError TOO_EARLY, TOO_LATE, ALREADY_OVER
 */
export async function checkIn(parts: Parts, wanted: CheckIn): Promise<CommandAnswer> {
  const { dataSource, gateway, live } = parts;
  const sitting = await findSitting(dataSource, wanted.sittingId);
  if (sitting.endedAt !== null) throw new AppError('ALREADY_OVER', { at: sitting.endedAt });
  if (sitting.startedAt === null) judgeEntry(sitting.exam, wanted.receivedAt);
  const input = await inputOf(parts, sitting, wanted.receivedAt);
  const request: CommandRequest = {
    commandId: wanted.commandId,
    receivedAt: wanted.receivedAt,
    by: 'candidate',
    stepId: null,
    command: { name: 'check-in' },
    roomSeq: 0,
  };
  try {
    const answer = await gateway.checkIn(input, request);
    await renewStill(parts, sitting.id);
    await live.latestViews.note(answer.view);
    return await joinPositions(parts, answer, wanted.receivedAt);
  } catch (error) {
    // Once ever: the workflow ran and is gone, so the sitting holds its receipt.
    if (isWorkflowAbsent(error))
      throw new AppError('ALREADY_OVER', { at: sitting.endedAt ?? sitting.startedAt });
    throw error;
  }
}

type Known = Sitting & Required<Pick<Sitting, 'exam' | 'candidate'>> & { exam: Exam };

async function findSitting(dataSource: DataSource, id: string): Promise<Known> {
  const sitting = await dataSource
    .getRepository(Sitting)
    .findOne({ where: { id }, relations: { exam: true, candidate: true } });
  if (!sitting?.exam || !sitting.candidate) throw new AppError('NOT_SIGNED_IN');
  return sitting as Known;
}

function judgeEntry({ state, opensAt, entryClosesAt }: Exam, receivedAt: number): void {
  if (state === 'draft') throw new AppError('TOO_EARLY', receivedAt < opensAt ? { opensAt } : undefined);
  if (state === 'closed') throw new AppError('TOO_LATE');
  if (receivedAt < opensAt) throw new AppError('TOO_EARLY', { opensAt });
  if (receivedAt >= entryClosesAt) throw new AppError('TOO_LATE', { closedAt: entryClosesAt });
}

/**
 * Settles flow and entry in the row first: who came in time stays so, although what follows may fail, and a later
 * version of the exam's flow is not his.
 */
async function inputOf(parts: Parts, sitting: Known, receivedAt: number): Promise<SittingInput> {
  const { exam, candidate } = sitting;
  const flowVersionId = await settleFlow(parts.dataSource, sitting, receivedAt);
  return {
    sittingId: sitting.id,
    examId: sitting.examId,
    roomId: sitting.roomId,
    flow: snapshotFlow(flowVersionId, await parts.publishedFlow(flowVersionId), exam.opensAt),
    photoKey: candidate.photoKey,
    extraMs: candidate.extraMinutes * MINUTE,
    closesAt: exam.closesAt,
  };
}

async function settleFlow(dataSource: DataSource, sitting: Known, receivedAt: number): Promise<string> {
  const rows = dataSource.getRepository(Sitting);
  const { id } = sitting;
  if (sitting.flowVersionId === null) {
    const { flowVersionId } = sitting.exam;
    if (flowVersionId === null) throw new AppError('UNAVAILABLE', { reason: 'no-flow' });
    await rows.update({ id, flowVersionId: IsNull() }, { flowVersionId });
  }
  await rows.update({ id, startedAt: IsNull() }, { startedAt: receivedAt });
  const settled = await rows.findOneOrFail({ where: { id }, select: { id: true, flowVersionId: true } });
  return settled.flowVersionId ?? '';
}
