import { Rehearsal } from '#models/rehearsal';
import type { RehearsalTake } from '#protocol/rehearsal.schema';
import type { CandidatePrincipal } from '../access/principal';
import type { Bytes } from '../call';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { presentRehearsal, rehearsalPlayedBy } from './own';
import { arrivedParts, currentTrial } from './trial-parts';

/** Both devices look every second or two: this is when they begin together. */
const COUNT_DOWN_MS = 4_000;

const columnOf = { 1: 'firstTake', 2: 'secondTake' } as const;

/** Ten seconds of each camera: recorded by both devices, sent in parts, played back from what arrived. */
export function createTrials(parts: Parts) {
  const { dataSource, storage } = parts;
  const rows = dataSource.getRepository(Rehearsal);
  const now = async ({ sittingId }: CandidatePrincipal) =>
    presentRehearsal(dataSource, await rehearsalPlayedBy(dataSource, sittingId));

  const begin = async (who: CandidatePrincipal, at: number) => {
    const { id, trialNumber, finishedAt } = await rehearsalPlayedBy(dataSource, who.sittingId);
    if (finishedAt !== null) throw new AppError('NOT_NOW');
    const next = { trialNumber: trialNumber + 1, trialBeganAt: at + COUNT_DOWN_MS };
    await rows.update({ id, trialNumber }, { ...next, firstTake: null, secondTake: null });
    return now(who);
  };

  const seal = async (
    who: CandidatePrincipal,
    trial: number,
    said: Omit<RehearsalTake, 'position' | 'bytes' | 'at'>,
    at: number,
  ) => {
    const found = await currentTrial(parts, who, trial);
    const { position } = who;
    const there = (await arrivedParts(parts, found, position)).slice(0, said.parts);
    const isWhole = there.length === said.parts && there.every(({ part }, index) => part === index);
    if (!isWhole) throw new AppError('NOT_NOW', { reason: 'parts-missing' });
    const bytes = there.reduce((sum, part) => sum + part.bytes, 0);
    const take: RehearsalTake = { ...said, position, bytes, at };
    await rows.update({ id: found.id, trialNumber: trial }, { [columnOf[position]]: take });
    return now(who);
  };

  const read = async ({ sittingId }: CandidatePrincipal, position: 1 | 2): Promise<Bytes> => {
    const found = await rehearsalPlayedBy(dataSource, sittingId);
    const take = found[columnOf[position]];
    if (!take) throw new AppError('NOT_NOW');
    const there = (await arrivedParts(parts, found, position)).slice(0, take.parts);
    const files = await Promise.all(there.map(({ objectKey }) => storage.get(objectKey)));
    const bytes = files.filter((file) => file !== null);
    if (bytes.length < take.parts) throw new AppError('NOT_NOW', { reason: 'gone' });
    return { type: take.mediaType.split(';')[0] ?? 'video/webm', bytes: Buffer.concat(bytes) };
  };

  return { begin, seal, read };
}
