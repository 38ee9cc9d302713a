import type { DataSource } from 'typeorm';
import { HelpMessage } from '#models/help-message';
import { AppError } from '../errors';

/** Newest of one call that are read at once. */
const NEWEST = 200;

/** Who reads: null is the candidate. */
type Reader = string | null;

export async function readTalk(dataSource: DataSource, callId: string, reader: Reader) {
  const rows = await dataSource
    .getRepository(HelpMessage)
    .find({ where: { callId }, order: { at: 'DESC', id: 'DESC' }, take: NEWEST });
  return rows.reverse().map(({ id, at, staffId, authorName: name, text }) => ({
    ...{ id, at, name, text },
    from: staffId === null ? ('candidate' as const) : ('support' as const),
    mine: staffId === reader,
  }));
}

/**
 * Keeps what was written once, however often its page sends it.
 * @throws AppError NOT_ALLOWED when somebody else's message has this id
 */
export async function keepWords(dataSource: DataSource, row: HelpMessage): Promise<void> {
  const rows = dataSource.getRepository(HelpMessage);
  await rows.createQueryBuilder().insert().values(row).orIgnore().execute();
  const kept = await rows.findOneByOrFail({ id: row.id });
  if (kept.callId !== row.callId || kept.staffId !== row.staffId) {
    throw new AppError('NOT_ALLOWED', { reason: 'id-taken' });
  }
}
