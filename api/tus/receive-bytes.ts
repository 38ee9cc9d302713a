import type { IncomingMessage } from 'node:http';
import { AppError, isAppError } from '../errors';
import type { Upload, UploadKind } from './upload-kind';

/**
 * Stores what comes, part after part; when the connection breaks, also what came last.
 * @returns the offset that is stored now
 * @throws AppError CONFLICT, TOO_LARGE where more comes than was announced
 */
export async function receiveBytes<U extends Upload>(
  { store, partBytes }: Pick<UploadKind<U>, 'store' | 'partBytes'>,
  upload: U,
  request: IncomingMessage,
): Promise<number> {
  let offset = upload.offset;
  let held: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    if (size === 0) return;
    const bytes = Buffer.concat(held, size);
    held = [];
    size = 0;
    await store(upload, offset, bytes);
    offset += bytes.length;
  };
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      if (offset + size + chunk.length > upload.bytes)
        throw new AppError('TOO_LARGE', { limit: upload.bytes });
      held.push(chunk);
      size += chunk.length;
      if (size >= partBytes) await flush();
    }
  } catch (error) {
    if (isAppError(error)) throw error;
    await flush();
    throw request.destroyed ? new AppError('UNAVAILABLE', undefined, { cause: error }) : error;
  }
  await flush();
  return offset;
}
