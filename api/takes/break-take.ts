import type { Contract } from '#contract';
import type { InputOf } from '#contract/endpoint';
import { ulid } from 'ulid';
import type { Take } from '#models/take';
import { TakeSegment } from '#models/take-segment';
import { TakeSlice } from '#models/take-slice';
import type { CandidateView } from '#protocol/views.schema';
import type { CommandAnswer } from '#workflows/messages';
import type { CandidatePrincipal } from '../access/principal';
import { isAppError } from '../errors';
import type { Parts } from '../parts';
import { askSitting } from './ask-sitting';
import { findTake, noteTakes } from './take-rows';
import { wantFile } from './wish';

interface Broken {
  readonly who: Pick<CandidatePrincipal, 'sittingId' | 'position'>;
  readonly takeId: string;
  readonly body: InputOf<Contract['breakTake']>['body'];
  readonly receivedAt: number;
}

/** The page that recorded a take is gone. @throws AppError the sitting's refusal, SUPERSEDED */
export async function breakTake(
  parts: Parts,
  { who, takeId, body, receivedAt }: Broken,
): Promise<CommandAnswer> {
  const { sittingId, position } = who;
  const { commandId, epoch, stepId, cause, roomSeq } = body;
  await parts.positions.check(sittingId, position, epoch);
  const take = await findTake(parts, { sittingId, takeId });
  const command = { name: 'take-broken', takeId, at: await lastSliceOf(parts, take), cause } as const;
  const request = { commandId, receivedAt, by: 'candidate', stepId, command, roomSeq };
  const answer = await askSitting(parts, sittingId, request);
  await noteTakes(parts, answer.view);
  const recorded = await parts.dataSource.getRepository(TakeSlice).findBy({ takeId, state: 'stored' });
  for (const each of new Set(recorded.map((slice) => slice.position))) await wantFile(parts, takeId, each);
  return answer;
}

/** A take that nobody stopped ended with its last slice: whoever looks at it says so to the sitting. */
export async function mendBreak(parts: Parts, view: CandidateView): Promise<CandidateView> {
  const { step, stepId, sittingId } = view;
  const broken = step?.kind === 'recording' && step.phase === 'broken' ? step.takes.at(-1) : undefined;
  if (!stepId || broken?.breaks.at(-1)?.cause !== 'unknown') return view;
  const take = await findTake(parts, { sittingId, takeId: broken.id });
  const at = await lastSliceOf(parts, take);
  if (at === null || at >= (broken.stoppedAt ?? 0)) return view;
  const command = { name: 'take-broken', takeId: broken.id, at, cause: 'unknown' } as const;
  const stamp = { commandId: ulid(), receivedAt: parts.clock(), by: 'system' };
  try {
    const request = { ...stamp, stepId, command, roomSeq: view.roomSeq };
    return (await askSitting(parts, sittingId, request)).view;
  } catch (error) {
    // It went on meanwhile, or cannot be told now: what is shown is true all the same.
    if (isAppError(error)) return view;
    throw error;
  }
}

/** When the last slice that is known of the present span ends; null where there is none. */
async function lastSliceOf({ dataSource }: Parts, { id, ledger }: Take): Promise<number | null> {
  const span = ledger.spans.at(-1);
  if (!span) return null;
  const ends = await dataSource
    .getRepository(TakeSlice)
    .createQueryBuilder('slice')
    .innerJoin(
      TakeSegment,
      'run',
      'run.take_id = slice.take_id AND run.position = slice.position AND run.segment = slice.segment',
    )
    .where('slice.take_id = :id AND run.span = :span', { id, span: span.n })
    .select('MAX(slice.to_ms)', 'end')
    .getRawOne<{ end: number | null }>();
  const end = ends?.end ?? null;
  return end === null ? null : span.beganAt + Number(end);
}
