import pLimit from 'p-limit';
import { Sheet } from '#models/sheet';
import { AppError, isAppError } from '../errors';
import { storeBytes } from '../papers/content';
import type { Parts } from '../parts';
import { checkSheet } from './check-sheet';
import { completeSets } from './sets';
import { dropParts, readParts } from './uploads';

/** Sheets that are decoded at once in this process: this bounds their memory together. */
const AT_ONCE = 2;

/** Turns an upload that is whole into a sheet, or into a refusal by name; a repeat finds what was made. */
export function createFinish(parts: Parts) {
  const limit = pLimit(AT_ONCE);
  return (sheet: Sheet): Promise<void> => limit(() => finish(parts, sheet.id));
}

async function finish(parts: Parts, id: string): Promise<void> {
  const sheets = parts.dataSource.getRepository(Sheet);
  const sheet = await sheets.findOneByOrFail({ id });
  if (sheet.state === 'ready') return completeSets(parts, sheet);
  if (sheet.state === 'refused') throw refusalOf(sheet);
  await sheets.update({ id, state: 'uploading' }, { state: 'checking' });
  try {
    const bytes = await readParts(parts, sheet);
    const { jpeg, width, height } = await checkSheet(bytes, sheet);
    const now = parts.clock();
    const { sittingId } = sheet;
    const stored = await storeBytes(parts, {
      bytes: jpeg,
      kind: 'sheet',
      mediaType: 'image/jpeg',
      sittingId,
      now,
    });
    await sheets.update({ id }, { state: 'ready', key: stored.key, width, height, receivedAt: now });
  } catch (error) {
    if (!isAppError(error) || error.code === 'UNAVAILABLE') throw error;
    await sheets.update({ id }, { state: 'refused', refusal: error.code });
    await dropParts(parts, id);
    throw error;
  }
  await dropParts(parts, id);
  await completeSets(parts, sheet);
}

/** The refusal that a sheet met, for whoever asks again. */
export const refusalOf = ({ refusal }: Sheet): AppError =>
  new AppError((refusal ?? 'IMAGE_UNREADABLE') as AppError['code']);
