import type { Contract } from '#contract';
import type { InputOf } from '#contract/endpoint';
import { Take } from '#models/take';
import { sealTake } from '#models/take-seals';
import type { CommandAnswer } from '#workflows/messages';
import type { CandidatePrincipal } from '../access/principal';
import { AppError, isAppError } from '../errors';
import type { Parts } from '../parts';
import { askSitting } from './ask-sitting';
import { findTake, noteTakes } from './take-rows';
import { readView } from '../sittings/home';

interface Confirming {
  readonly who: Pick<CandidatePrincipal, 'sittingId' | 'position'>;
  readonly takeId: string;
  readonly body: InputOf<Contract['confirmTake']>['body'];
  readonly receivedAt: number;
}

/**
 * Seals the digests, then lets the sitting judge by the stamp.
 * @throws AppError SLICES_MISSING, SUPERSEDED, or the sitting's refusal; then the take was never sealed
 */
export async function confirmTake(
  parts: Parts,
  { who, takeId, body, receivedAt }: Confirming,
): Promise<CommandAnswer> {
  const { sittingId, position } = who;
  const { commandId, epoch, stepId, roomSeq } = body;
  await parts.positions.check(sittingId, position, epoch);
  const take = await findTake(parts, { sittingId, takeId });
  await noteTakes(parts, await readView(parts, sittingId));
  const sealed = await parts.dataSource.transaction('READ COMMITTED', (manager) =>
    sealTake(manager, { takeId, at: receivedAt, by: 'candidate' }),
  );
  if (!sealed) throw new AppError('SLICES_MISSING');
  const { slices, digest, at } = sealed;
  const command = { name: 'take-confirmed', takeId, slices, digest } as const;
  const request = { commandId, receivedAt: at, by: 'candidate', stepId, command, roomSeq };
  try {
    const answer = await askSitting(parts, sittingId, request);
    await noteTakes(parts, answer.view);
    return answer;
  } catch (error) {
    const isRefused = isAppError(error) && error.code !== 'UNAVAILABLE';
    if (isRefused && take.sealedAt === null) await unseal(parts, takeId);
    throw error;
  }
}

const unseal = ({ dataSource }: Parts, id: string) =>
  dataSource
    .getRepository(Take)
    .createQueryBuilder()
    .update()
    .set({ sealedAt: null, sealedDigest: null, sealedBy: null, sealedSlices: () => 'NULL' })
    .where({ id })
    .execute();
