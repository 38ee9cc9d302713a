import { In, IsNull, LessThan, Not } from 'typeorm';
import { HelpCall } from '#models/help-call';
import { HelpMessage } from '#models/help-message';
import { InterviewNote } from '#models/interview-note';
import { Sitting } from '#models/sitting';
import type { TidyParts } from './tidy';

const DAY_MS = 86_400_000;

export const TIDY_WORDS = {
  /** What was said to support, after the call was closed: as long as measured outages, which complaints are about. */
  helpMs: 180 * DAY_MS,
  /** The interview's record, after the sitting ended: longer than any appeal; the archive keeps it for good. */
  notesMs: 3 * 365 * DAY_MS,
  batch: 200,
} as const;

/** Calls for help long closed: their talk first, then the call. @returns how many calls went */
export const forgetHelp = async ({ database, clock }: TidyParts): Promise<number> => {
  const source = await database();
  const stale = await source.getRepository(HelpCall).find({
    where: { closedAt: LessThan(clock() - TIDY_WORDS.helpMs), openOf: IsNull() },
    select: { id: true },
    take: TIDY_WORDS.batch,
  });
  if (stale.length === 0) return 0;
  const ids = stale.map(({ id }) => id);
  await source.transaction(async (manager) => {
    await manager.delete(HelpMessage, { callId: In(ids) });
    await manager.delete(HelpCall, { id: In(ids), closedAt: Not(IsNull()) });
  });
  return stale.length;
};

/** Notes of interviews long over. @returns how many went */
export const forgetNotes = async ({ database, clock }: TidyParts): Promise<number> => {
  const source = await database();
  const before = clock() - TIDY_WORDS.notesMs;
  const stale = await source
    .getRepository(InterviewNote)
    .createQueryBuilder('note')
    .innerJoin(Sitting, 'sitting', 'sitting.id = note.sittingId')
    .select('note.id', 'id')
    .where('sitting.endedAt < :before AND note.at < :before', { before })
    .limit(TIDY_WORDS.batch)
    .getRawMany<{ id: string }>();
  if (stale.length > 0)
    await source.getRepository(InterviewNote).delete({ id: In(stale.map(({ id }) => id)) });
  return stale.length;
};
