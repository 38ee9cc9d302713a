import type { DataSource } from 'typeorm';
import { AppError, isAppError } from '../errors';
import { within } from '../deadline';
import { namesOf } from '../staff-names';

/**
 * Whoever came second is told who was first, by name. The fresh view that comes with a sitting's refusal is the
 * candidate's own and stays here: consoles have their stream.
 */
export async function namingTheFirst<T>(dataSource: DataSource, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!isAppError(error) || !error.details) throw error;
    const { view: _view, ...details } = error.details;
    const byName = await nameIn(dataSource, details['by']);
    throw new AppError(error.code, { ...details, ...(byName && { byName }) }, { cause: error });
  }
}

/** Without a name the refusal is still one. */
async function nameIn(dataSource: DataSource, by: unknown): Promise<string | null> {
  if (typeof by !== 'string') return null;
  const nameOf = await within(1_000, namesOf(dataSource, [by])).catch(() => null);
  return nameOf?.(by) ?? null;
}
