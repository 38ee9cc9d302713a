import type { z } from 'zod';
import { In } from 'typeorm';
import type { PaperProgress, roomPapers } from '#contract/answers';
import { ExamPaper } from '#models/exam-paper';
import { Paper } from '#models/paper';
import { AppError } from '../errors';
import type { RoomPlace } from '../access/places';
import type { Parts } from '../parts';
import { paperStepsOf } from './library';

type Reply = z.input<typeof roomPapers.output>;
type Phase = NonNullable<PaperProgress['phase']>;
type Cause = NonNullable<PaperProgress['handedIn']>['cause'];

interface Row {
  readonly sittingId: string;
  readonly ticket: string;
  readonly name: string;
  readonly phase: Phase | null;
  readonly deadlineAt: string | null;
  readonly openedAt: string | null;
  readonly revision: number | null;
  readonly savedAt: string | null;
  readonly answered: number | null;
  readonly arrived: number | string;
  readonly version: number | null;
  readonly sheets: number | null;
  readonly sealedAt: string | null;
  readonly receivedAt: string | null;
  readonly handedInAt: string | null;
  readonly cause: Cause | null;
}

/** The whole room in one statement: the projection, the last save, the last set, and the record of handing in. */
const QUERY = `SELECT s.id AS sittingId, c.ticket, c.name,
    IF(s.paper_step = ?, s.step_phase, NULL) AS phase,
    IF(s.paper_step = ?, JSON_VALUE(s.staff_view, '$.view.clock.deadlineAt'), NULL) AS deadlineAt,
    (SELECT MIN(e.at) FROM exam_events e WHERE e.sitting_id = s.id AND e.step_id = ? AND e.kind = 'paper.opened') AS openedAt,
    a.revision, a.saved_at AS savedAt, JSON_LENGTH(JSON_EXTRACT(a.answers, '$.*.value.kind')) AS answered,
    (SELECT COUNT(*) FROM sheets t WHERE t.sitting_id = s.id AND t.step_id = ? AND t.state = 'ready') AS arrived,
    n.version, JSON_LENGTH(n.sheets) AS sheets, n.sealed_at AS sealedAt, n.received_at AS receivedAt,
    h.at AS handedInAt, JSON_VALUE(h.details, '$.cause') AS cause
  FROM sittings s JOIN candidates c ON c.id = s.candidate_id
  LEFT JOIN answer_sheets a ON a.sitting_id = s.id AND a.step_id = ?
  LEFT JOIN sheet_sets n ON n.sitting_id = s.id AND n.step_id = ? AND n.version =
    (SELECT MAX(m.version) FROM sheet_sets m WHERE m.sitting_id = s.id AND m.step_id = ?)
  LEFT JOIN exam_events h ON h.id =
    (SELECT MAX(g.id) FROM exam_events g WHERE g.sitting_id = s.id AND g.step_id = ? AND g.kind = 'paper.handed-in'
       AND NOT EXISTS (SELECT 1 FROM exam_events r WHERE r.sitting_id = g.sitting_id AND r.step_id = g.step_id
         AND r.kind = 'paper.reopened' AND r.revision > g.revision))
  WHERE s.room_id = ? ORDER BY c.ticket`;

const time = (value: string | null): number | null => (value === null ? null : Number(value));

function presentRow(row: Row, mode: 'online' | 'photographed'): PaperProgress {
  const { sittingId, ticket, name, phase, cause } = row;
  const savedAt = time(row.savedAt);
  const handedInAt = time(row.handedInAt);
  const sealedAt = time(row.sealedAt);
  return {
    ...{ sittingId, ticket, name, phase },
    deadlineAt: time(row.deadlineAt),
    openedAt: time(row.openedAt),
    online:
      mode === 'online' && savedAt !== null
        ? { revision: row.revision ?? 0, savedAt, answered: row.answered ?? 0 }
        : null,
    sheets:
      mode === 'photographed'
        ? {
            arrived: Number(row.arrived),
            sealed:
              sealedAt === null ? null : { version: row.version ?? 1, sheets: row.sheets ?? 0, sealedAt },
            complete: row.receivedAt !== null,
          }
        : null,
    handedIn: handedInAt === null ? null : { at: handedInAt, cause: cause ?? 'clock' },
  };
}

export async function readProgress(
  parts: Parts,
  { roomId, examId }: RoomPlace,
  stepId: string,
): Promise<Reply> {
  const { dataSource } = parts;
  const step = (await paperStepsOf(parts, examId)).find(({ id }) => id === stepId);
  if (!step) throw new AppError('NO_PAPER');
  const attached = await dataSource
    .getRepository(ExamPaper)
    .find({ where: { examId, stepId }, order: { ordinal: 'ASC' } });
  const papers = await dataSource
    .getRepository(Paper)
    .findBy({ id: In(attached.map(({ paperId }) => paperId)) });
  const rows = await dataSource.query<Row[]>(QUERY, [...Array<string>(8).fill(stepId), roomId]);
  return {
    serverTime: parts.clock(),
    mode: step.mode,
    papers: papers.map(({ title }) => title),
    questions: papers[0]?.questions ?? null,
    rows: rows.map((row) => presentRow(row, step.mode)),
  };
}
