import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { ResultRelease, ResultSignature, type SignerRole } from '#models/result-rows';
import { Room } from '#models/room';
import type { RoomPlace } from '../access/places';
import type { StaffPrincipal } from '../access/principal';
import { audit } from '../audit';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { roomResults, type RoomResults } from './room-results';

interface Acting {
  readonly who: StaffPrincipal;
  readonly at: number;
}

/** @throws AppError RESULTS_RELEASED */
export async function refuseReleased(dataSource: DataSource, examId: string): Promise<void> {
  const release = await dataSource.getRepository(ResultRelease).findOneBy({ examId });
  if (release) throw new AppError('RESULTS_RELEASED', { at: release.at });
}

const openOf = ({ results }: RoomResults): readonly string[] =>
  results
    .filter(({ state }) => state === 'under-way' || state === 'sheets-missing')
    .map(({ ticket }) => ticket);

/** @throws AppError RESULTS_RELEASED; RESULTS_OPEN naming the tickets; RESULTS_CHANGED */
export async function signResults(
  parts: Parts,
  { roomId, examId }: RoomPlace,
  digest: string,
  { who, at }: Acting,
): Promise<void> {
  const { dataSource } = parts;
  await refuseReleased(dataSource, examId);
  const found = await roomResults(parts, roomId);
  const open = openOf(found);
  if (open.length > 0) throw new AppError('RESULTS_OPEN', { why: ['sheets'], tickets: open.slice(0, 20) });
  if (found.digest !== digest) throw new AppError('RESULTS_CHANGED');
  await dataSource.transaction(async (manager) => {
    const role = who.role as SignerRole;
    await manager.getRepository(ResultSignature).insert({ roomId, role, staffId: who.staffId, digest, at });
    await audit(manager, { by: who, at, action: 'results.sign', subject: roomId, details: { digest } });
  });
}

/** Chair and secretary of every room stand for what is there now, and no identity case is open. */
export async function releaseResults(parts: Parts, examId: string, { who, at }: Acting) {
  const { dataSource } = parts;
  await refuseReleased(dataSource, examId);
  const rooms = await dataSource.getRepository(Room).find({ where: { examId }, order: { id: 'ASC' } });
  const why = new Set<string>();
  const digests: string[] = [];
  for (const room of rooms) {
    const found = await roomResults(parts, room.id);
    digests.push(found.digest);
    if (openOf(found).length > 0) why.add('sheets');
    if (found.results.some(({ identityOpen }) => identityOpen)) why.add('identity');
    if (!(await isSigned(dataSource, room.id, found.digest))) why.add('signatures');
  }
  if (why.size > 0) throw new AppError('RESULTS_OPEN', { why: [...why] });
  const digest = createHash('sha256').update(digests.join('\n')).digest('hex');
  await dataSource.transaction(async (manager) => {
    await manager.getRepository(ResultRelease).insert({ examId, staffId: who.staffId, digest, at });
    await audit(manager, { by: who, at, action: 'results.release', subject: examId, details: { digest } });
  });
  return { at, digest };
}

async function isSigned(dataSource: DataSource, roomId: string, digest: string): Promise<boolean> {
  const signed = await dataSource.getRepository(ResultSignature).findBy({ roomId, digest });
  return new Set(signed.map(({ role }) => role)).size === 2;
}
