import { Take } from '#models/take';
import type { CandidateView } from '#protocol/views.schema';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { readView } from '../sittings/home';

type Store = Pick<Parts, 'dataSource' | 'clock'>;

/** Keeps what the sitting says of its takes beside their slices, so that both are there after the end. */
export async function noteTakes({ dataSource, clock }: Store, view: CandidateView | null): Promise<void> {
  const { step, stepId, sittingId } = view ?? {};
  if (step?.kind !== 'recording' || !stepId || !sittingId || step.takes.length === 0) return;
  const createdAt = clock();
  const rows = step.takes.map((ledger) => ({
    ...{ id: ledger.id, sittingId, stepId, question: ledger.question, n: ledger.n, ledger, createdAt },
    ...{ sealedAt: null, sealedDigest: null, sealedSlices: null, sealedBy: null },
  }));
  await dataSource
    .createQueryBuilder()
    .insert()
    .into(Take)
    .values(rows)
    .orUpdate(['ledger'], ['id'])
    .execute();
}

/** A take of this candidate, with the span `span` where one is asked for. @throws AppError NOT_NOW */
export async function findTake(
  parts: Parts,
  {
    sittingId,
    takeId,
    span,
  }: { readonly sittingId: string; readonly takeId: string; readonly span?: number },
): Promise<Take> {
  const rows = parts.dataSource.getRepository(Take);
  const isThere = (take: Take | null): take is Take =>
    take !== null && (span === undefined || take.ledger.spans.some(({ n }) => n === span));
  const known = await rows.findOneBy({ id: takeId, sittingId });
  if (isThere(known)) return known;
  await noteTakes(parts, await readView(parts, sittingId));
  const found = await rows.findOneBy({ id: takeId, sittingId });
  if (!isThere(found)) throw new AppError('NOT_NOW');
  return found;
}
