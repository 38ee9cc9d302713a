import type { DataSource, FindOptionsWhere } from 'typeorm';
import { Message as MessageRow } from '#models/message';
import { AppError } from '../errors';

/** Newest of a room or a sitting that are read at once. */
const NEWEST = 500;

const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ER_DUP_ENTRY';

/** The newest messages of any of these kinds, oldest first. */
export async function newestMessages(
  dataSource: DataSource,
  where: FindOptionsWhere<MessageRow>[],
): Promise<MessageRow[]> {
  const rows = dataSource.getRepository(MessageRow);
  const found = await rows.find({ where, order: { at: 'DESC', id: 'DESC' }, take: NEWEST });
  return found.reverse();
}

/**
 * Keeps a message once, however often its author sends it.
 * @returns the message as it was first kept
 * @throws AppError NOT_ALLOWED when somebody else's message has this id
 */
export async function keepMessage(
  dataSource: DataSource,
  row: MessageRow,
): Promise<{ readonly first: MessageRow; readonly isNew: boolean }> {
  const rows = dataSource.getRepository(MessageRow);
  try {
    await rows.insert(row);
    return { first: row, isNew: true };
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  const first = await rows.findOneByOrFail({ id: row.id });
  const same = first.authorId === row.authorId && first.authorKind === row.authorKind;
  if (!same || first.roomId !== row.roomId) throw new AppError('NOT_ALLOWED', { reason: 'id-taken' });
  return { first, isNew: false };
}
