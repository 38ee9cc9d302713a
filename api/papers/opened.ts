import type { DataSource } from 'typeorm';
import { AppError } from '../errors';

/** Where a candidate stands with his paper, as the database has it: projection, and orders still on their way. */
export interface OpenPaper {
  readonly examId: string;
  readonly stepId: string;
  readonly mode: 'online' | 'photographed';
  readonly ticket: string;
  readonly name: string;
  readonly opensAt: number;
}

interface Row {
  readonly examId: string;
  readonly stepId: string | null;
  readonly mode: 'online' | 'photographed' | null;
  readonly ticket: string;
  readonly name: string;
  readonly opens: string | number | null;
  readonly ordered: string | number | null;
}

/** When a dispatch that the projection does not know yet lets the paper open. */
const ORDERED = `(SELECT GREATEST(o.effective_at, CAST(COALESCE(JSON_VALUE(o.body, '$.at'), 0) AS UNSIGNED))
  FROM room_orders o
  WHERE o.room_id = s.room_id AND o.seq > s.room_seq AND o.kind = 'dispatch'
    AND JSON_VALUE(o.body, '$.paper') = s.paper_step
  ORDER BY o.seq DESC LIMIT 1)`;

const QUERY = `SELECT s.exam_id AS examId, s.paper_step AS stepId, c.ticket, c.name, s.paper_opens AS opens,
    JSON_VALUE(s.staff_view, '$.view.step.mode') AS mode, ${ORDERED} AS ordered
  FROM sittings s JOIN candidates c ON c.id = s.candidate_id
  WHERE s.id = ? AND s.ended_at IS NULL`;

const asTime = (value: string | number | null): number | null => (value === null ? null : Number(value));

/**
 * The paper that is this candidate's now.
 * @throws AppError NOT_NOW outside of a paper step, and before it opens (`details.opensAt` where that is known)
 */
export async function openPaper(dataSource: DataSource, sittingId: string, now: number): Promise<OpenPaper> {
  const [row] = await dataSource.query<Row[]>(QUERY, [sittingId]);
  if (!row?.stepId || !row.mode) throw new AppError('NOT_NOW');
  const known = asTime(row.opens);
  // Once open it stays open: an order on its way can only bring it forward or move one that is ahead.
  const opensAt = known !== null && known <= now ? known : (asTime(row.ordered) ?? known);
  if (opensAt === null) throw new AppError('NOT_NOW');
  if (now < opensAt) throw new AppError('NOT_NOW', { opensAt });
  const { examId, stepId, mode, ticket, name } = row;
  return { examId, stepId, mode, ticket, name, opensAt };
}
