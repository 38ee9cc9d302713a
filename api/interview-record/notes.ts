import { InterviewNote } from '#models/interview-note';
import type { DataSource } from 'typeorm';
import type { StaffPrincipal } from '../access/principal';
import { AppError } from '../errors';

const present = ({ id, at, authorName: by, staffId, text }: InterviewNote, reader: StaffPrincipal) => ({
  ...{ id, at, by, text },
  mine: staffId === reader.staffId,
});

export async function readNotes(dataSource: DataSource, reader: StaffPrincipal, sittingId: string) {
  const notes = await dataSource
    .getRepository(InterviewNote)
    .find({ where: { sittingId }, order: { at: 'ASC', id: 'ASC' } });
  return notes.map((note) => present(note, reader));
}

/**
 * Keeps a line once, however often its page sends it.
 * @throws AppError NOT_ALLOWED when another line has this id
 */
export async function writeNote(
  dataSource: DataSource,
  who: StaffPrincipal,
  given: { readonly sittingId: string; readonly id: string; readonly text: string; readonly at: number },
) {
  const { staffId, name: authorName } = who;
  const rows = dataSource.getRepository(InterviewNote);
  await rows
    .createQueryBuilder()
    .insert()
    .values({ ...given, staffId, authorName })
    .orIgnore()
    .execute();
  const kept = await rows.findOneByOrFail({ id: given.id });
  if (kept.sittingId !== given.sittingId || kept.staffId !== staffId)
    throw new AppError('NOT_ALLOWED', { reason: 'id-taken' });
  return present(kept, who);
}
