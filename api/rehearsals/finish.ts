import { IsNull, type DataSource } from 'typeorm';
import type { z } from 'zod';
import { ExamEvent } from '#models/exam-event';
import { Exam } from '#models/exam';
import { FlowVersion } from '#models/flow-version';
import { Rehearsal } from '#models/rehearsal';
import { blockingLacks, reasonsAgainst, type RehearsalReason } from '#protocol/rehearsal';
import type { deviceReport } from '#steps/device-check/schema';
import { AppError } from '../errors';
import type { Parts } from '../parts';

interface Facts {
  readonly heardBell: boolean;
  readonly reachedRoom: boolean;
  readonly needsSecond: boolean;
  readonly recorded: boolean;
}

/** What the record of the sitting that played it tells. */
async function readFacts(dataSource: DataSource, found: Rehearsal): Promise<Facts> {
  const events = await dataSource.getRepository(ExamEvent).findBy({ sittingId: found.playedBy });
  const checked = events.find(({ kind }) => kind === 'device-check.finished')?.details as
    { report?: z.infer<typeof deviceReport> } | undefined;
  const exam = await dataSource.getRepository(Exam).findOneBy({ id: found.examId });
  const version = exam?.flowVersionId
    ? await dataSource.getRepository(FlowVersion).findOneBy({ id: exam.flowVersionId })
    : null;
  const kinds = (version?.document.steps ?? []).map(({ kind }): string => kind);
  return {
    heardBell: checked?.report?.bell === 'ok',
    reachedRoom: events.some(({ kind }) => kind === 'interview.started'),
    needsSecond: kinds.includes('cameras'),
    recorded: kinds.includes('recording'),
  };
}

const takesOf = ({ firstTake, secondTake }: Rehearsal) =>
  [firstTake, secondTake].filter((take) => take !== null);

/** Why things would not go well on the day, as far as this rehearsal came. */
export async function reasonsOf(
  dataSource: DataSource,
  found: Rehearsal,
  sawHimself: boolean | null,
): Promise<readonly RehearsalReason[]> {
  const { recorded, ...facts } = await readFacts(dataSource, found);
  return reasonsAgainst({
    ...facts,
    ...{ first: found.firstReport, second: found.secondReport, takes: takesOf(found), sawHimself },
    blocking: recorded ? [...blockingLacks, 'no-recorder'] : blockingLacks,
  });
}

/** Judges once: whoever presses twice, or on two pages, hears the same. */
export async function finishRehearsal(
  { dataSource }: Parts,
  playedBy: string,
  sawHimself: boolean | null,
  now: number,
): Promise<Rehearsal> {
  const rows = dataSource.getRepository(Rehearsal);
  const found = await rows.findOneBy({ playedBy });
  if (!found) throw new AppError('NOT_NOW');
  if (found.finishedAt === null) {
    const reasons = await reasonsOf(dataSource, found, sawHimself);
    const outcome = reasons.length === 0 ? 'passed' : 'failed';
    await rows.update(
      { id: found.id, finishedAt: IsNull() },
      { finishedAt: now, outcome, reasons: reasons as RehearsalReason[] },
    );
  }
  return rows.findOneByOrFail({ playedBy });
}
