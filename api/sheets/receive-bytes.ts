import type { IncomingMessage } from 'node:http';
import type { Sheet } from '#models/sheet';
import { AppError, isAppError } from '../errors';
import type { Parts } from '../parts';
import { appendPart } from './uploads';

/** Bytes that are held in memory of one upload before they are stored. */
const PART_BYTES = 1024 * 1024;

/**
 * Stores what comes, part after part; when the connection breaks, also what came last.
 * @returns the offset that is stored now
 * @throws AppError CONFLICT, TOO_LARGE where more comes than was announced
 */
export async function receiveBytes(parts: Parts, sheet: Sheet, request: IncomingMessage): Promise<number> {
  let offset = sheet.offset;
  let held: Buffer[] = [];
  let size = 0;
  const store = async () => {
    if (size === 0) return;
    const bytes = Buffer.concat(held, size);
    held = [];
    size = 0;
    await appendPart(parts, sheet, offset, bytes);
    offset += bytes.length;
  };
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      if (offset + size + chunk.length > sheet.bytes) throw new AppError('TOO_LARGE', { limit: sheet.bytes });
      held.push(chunk);
      size += chunk.length;
      if (size >= PART_BYTES) await store();
    }
  } catch (error) {
    if (isAppError(error)) throw error;
    await store();
    throw request.destroyed ? new AppError('UNAVAILABLE', undefined, { cause: error }) : error;
  }
  await store();
  return offset;
}
