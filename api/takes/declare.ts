import type { Contract } from '#contract';
import type { InputOf } from '#contract/endpoint';
import { TakeSegment } from '#models/take-segment';
import { TakeSlice } from '#models/take-slice';
import type { CandidatePrincipal } from '../access/principal';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { demandSender } from './may-send';
import { beginRun } from './slices';
import { findTake, noteTakes } from './take-rows';
import { readView } from '../sittings/home';
import { wantFile } from './wish';

interface Declared {
  readonly who: Pick<CandidatePrincipal, 'sittingId' | 'position'>;
  readonly takeId: string;
  readonly body: InputOf<Contract['declareSegment']>['body'];
}

/**
 * A run of a recorder is over, and this is what it consists of: known to the server before its bytes are.
 * @throws AppError CONFLICT where it says another thing than before, TOO_LATE once the take is sealed
 */
export async function declareSegment(parts: Parts, { who, takeId, body }: Declared): Promise<void> {
  const { sittingId, position } = who;
  const { segment, span, mediaType, epoch, slices } = body;
  const take = await findTake(parts, { sittingId, takeId, span });
  await demandSender(parts, { sittingId, position, epoch }, take, span);
  const run = await beginRun(parts, { takeId, position, segment, span, mediaType, epoch });
  const before = run.declared ?? [];
  if (before.some(({ digest }, seq) => slices[seq]?.digest !== digest))
    throw new AppError('CONFLICT', { segment });
  await noteTakes(parts, await readView(parts, sittingId));
  if (slices.length > before.length) {
    if (take.sealedAt !== null) throw new AppError('TOO_LATE');
    await parts.dataSource
      .getRepository(TakeSegment)
      .save(Object.assign(run, { declared: slices.map(({ digest, bytes }) => ({ digest, bytes })) }));
  }
  const there = { takeId, position, state: 'stored' } as const;
  if (await parts.dataSource.getRepository(TakeSlice).existsBy(there))
    await wantFile(parts, takeId, position);
}
