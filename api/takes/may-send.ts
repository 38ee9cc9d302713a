import type { Take } from '#models/take';
import { TakeSegment } from '#models/take-segment';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { readView } from '../sittings/home';

export interface Sender {
  readonly sittingId: string;
  readonly position: 1 | 2;
  readonly epoch: number;
}

/**
 * The device that holds the position, or one that held it when the span was begun: what it recorded is the
 * candidate's, whoever sits there now.
 * @throws AppError SUPERSEDED
 */
export async function demandSender(
  { positions }: Pick<Parts, 'positions'>,
  { sittingId, position, epoch }: Sender,
  take: Take,
  span: number,
): Promise<void> {
  const held = await positions.current(sittingId, position);
  const beganAt = take.ledger.spans.find(({ n }) => n === span)?.beganAt ?? Infinity;
  if (held && epoch < held.epoch && beganAt <= held.claimedAt) return;
  await positions.check(sittingId, position, epoch);
}

interface Wanted {
  readonly position: 1 | 2;
  readonly segment: number;
  readonly seq: number;
  readonly digest: string;
}

/**
 * While the step goes on, everything; of a sealed take, and after the end, only what was declared by then.
 * @throws AppError TOO_LATE
 */
export async function demandWanted(parts: Parts, take: Take, slice: Wanted): Promise<void> {
  const { position, segment, seq, digest } = slice;
  if (take.sealedSlices) {
    const isSealed = take.sealedSlices.some(
      (each) => each.position === position && each.segment === segment && each.seq === seq,
    );
    if (!isSealed) throw new AppError('TOO_LATE');
    return;
  }
  const view = await readView(parts, take.sittingId);
  if (view?.stepId === take.stepId) return;
  const run = await parts.dataSource
    .getRepository(TakeSegment)
    .findOneBy({ takeId: take.id, position, segment });
  if (run?.declared?.[seq]?.digest !== digest) throw new AppError('TOO_LATE');
}
