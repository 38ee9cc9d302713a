import { IsNull } from 'typeorm';
import { HelpCall } from '#models/help-call';
import { Staff } from '#models/staff';
import type { StaffPrincipal } from '../access/principal';
import { audit } from '../audit';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { findCall, type NamedCall } from './find-call';
import { keepWords } from './talk';

/** What support does with a call. Nothing here reaches a workflow: support never acts on an exam. */
export function createHelpAnswers({ dataSource }: Parts) {
  const rows = dataSource.getRepository(HelpCall);
  const open = ({ callId: id, sittingId }: NamedCall) => ({ id, sittingId, closedAt: IsNull() });

  const nameOf = async (staffId: string | null): Promise<string | null> => {
    if (staffId === null) return null;
    return (await dataSource.getRepository(Staff).findOneBy({ id: staffId }))?.name ?? null;
  };

  const take = async (who: StaffPrincipal, named: NamedCall, takeOver: boolean, now: number) => {
    const where = takeOver ? open(named) : { ...open(named), takenBy: IsNull() };
    const { affected } = await rows.update(where, { takenBy: who.staffId, takenAt: now });
    if (affected) return audit(dataSource, { by: who, at: now, action: 'help.take', subject: named.callId });
    const { closedAt, takenBy, takenAt, closedBy } = await findCall(dataSource, named);
    if (closedAt === null && takenBy === who.staffId) return;
    const by = await nameOf(closedAt === null ? takenBy : closedBy);
    throw new AppError('ALREADY_DONE', { by, at: closedAt ?? takenAt });
  };

  /** Whoever answers first has taken the call. */
  const write = async (
    who: StaffPrincipal,
    named: NamedCall,
    words: { readonly id: string; readonly text: string },
    at: number,
  ) => {
    const { staffId, name: authorName } = who;
    const call = await findCall(dataSource, named);
    if (call.closedAt !== null) throw new AppError('NOT_NOW');
    await keepWords(dataSource, { ...words, callId: call.id, staffId, authorName, at });
    await rows.update({ ...open(named), takenBy: IsNull() }, { takenBy: staffId, takenAt: at });
  };

  const close = async (who: StaffPrincipal, named: NamedCall, note: string, now: number) => {
    const closed = { openOf: null, closedAt: now, closedBy: who.staffId, note: note || null };
    const { affected } = await rows.update(open(named), closed);
    if (affected) return audit(dataSource, { by: who, at: now, action: 'help.close', subject: named.callId });
    const { closedAt, closedBy } = await findCall(dataSource, named);
    throw new AppError('ALREADY_DONE', { by: await nameOf(closedBy), at: closedAt });
  };

  return { take, write, close };
}
