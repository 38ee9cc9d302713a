import { AppError } from '../errors';

export const malformed = (message: string) => new AppError('MALFORMED', { issues: [{ path: '', message }] });

/** @throws AppError MALFORMED */
export function whole(said: string): number {
  if (!/^\d{1,12}$/.test(said)) throw malformed('a whole number expected');
  return Number(said);
}

/** `key base64,key base64`, as the protocol has it. */
export function metadataOf(header: string): Readonly<Record<string, string>> {
  const pairs = header.split(',').map((pair) => pair.trim().split(' '));
  return Object.fromEntries(
    pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]),
  );
}
