import type { Contract } from '#contract';
import type { InputOf } from '#contract/endpoint';
import type { Take } from '#models/take';
import { TakeSegment } from '#models/take-segment';
import { TakeSlice } from '#models/take-slice';
import type { CommandAnswer } from '#workflows/messages';
import type { CandidatePrincipal } from '../access/principal';
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
