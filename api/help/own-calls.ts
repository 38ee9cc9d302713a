import { HelpCall } from '#models/help-call';
import { Staff } from '#models/staff';
import type { HelpReport } from '#protocol/help.schema';
import type { CandidatePrincipal } from '../access/principal';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { realSittingOf } from '../rehearsals/own';
import { keepWords, readTalk } from './talk';

/** How long a closed call stays on the candidate's page, so that the last words can still be read. */
const READABLE_MS = 10 * 60_000;

interface Asked {
  readonly id: string;
  readonly report: HelpReport;
}

/**
 * A candidate's own call: one is open at most, whichever of his devices made it. Pages read it every few seconds
 * instead of being told, so that help works also where the stream of events is what is broken.
 */
export function createOwnHelp({ dataSource }: Parts) {
  const rows = dataSource.getRepository(HelpCall);
  const openCall = (sittingId: string) => rows.findOneBy({ openOf: sittingId });
  /** Calls of a rehearsal are the real candidate's: support of his exam answers them. */
  const person = async ({ sittingId, examId }: CandidatePrincipal) =>
    (await realSittingOf(dataSource, sittingId)) ?? { sittingId, examId };

  const present = async (call: HelpCall) => {
    const { takenBy, id, openedAt, closedAt } = call;
    const member = takenBy === null ? null : await dataSource.getRepository(Staff).findOneBy({ id: takenBy });
    const words = await readTalk(dataSource, id, null);
    return { id, openedAt, closedAt, answeredBy: member?.name ?? null, words };
  };

  const ask = async (who: CandidatePrincipal, { id, report }: Asked, now: number) => {
    const { sittingId, examId } = await person(who);
    const fresh = { id, examId, sittingId, openOf: sittingId, openedAt: now, report, reportedAt: now };
    // The unique key decides between two devices that call at once; the second finds the call of the first.
    await rows
      .createQueryBuilder()
      .insert()
      .values(fresh as object)
      .orIgnore()
      .execute();
    await rows.update({ openOf: sittingId }, { report: report as object, reportedAt: now });
    const call = (await openCall(sittingId)) ?? (await rows.findOneBy({ id, sittingId }));
    if (!call) throw new AppError('NOT_ALLOWED', { reason: 'id-taken' });
    return present(call);
  };

  const read = async (who: CandidatePrincipal, now: number) => {
    const { sittingId } = await person(who);
    const newest = await rows.findOne({ where: { sittingId }, order: { openedAt: 'DESC' } });
    const isReadable = newest && (newest.closedAt === null || now - newest.closedAt < READABLE_MS);
    return { call: isReadable ? await present(newest) : null };
  };

  const write = async (who: CandidatePrincipal, { id, text }: { id: string; text: string }, at: number) => {
    const call = await openCall((await person(who)).sittingId);
    if (!call) throw new AppError('NOT_NOW');
    await keepWords(dataSource, { id, callId: call.id, staffId: null, authorName: who.name, text, at });
    return present(call);
  };

  const end = async (who: CandidatePrincipal, now: number): Promise<void> => {
    const { sittingId } = await person(who);
    await rows.update({ openOf: sittingId }, { openOf: null, closedAt: now, closedBy: null });
  };

  return { ask, read, write, end };
}
