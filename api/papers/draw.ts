import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { ExamPaper } from '#models/exam-paper';
import { PaperDraw } from '#models/paper-draw';

export interface DrawFor {
  readonly sittingId: string;
  readonly examId: string;
  readonly stepId: string;
  readonly now: number;
}

/** Candidates whose draw is remembered here; it never changes. */
const MOST_KEPT = 5_000;

/**
 * Which paper is a candidate's: one of those attached, by a draw that anybody can repeat from the row. The first
 * reading draws; afterwards the step's papers stay.
 */
export function createDraws(dataSource: DataSource) {
  const kept = new Map<string, string>();
  return async (wanted: DrawFor): Promise<string | null> => {
    const name = `${wanted.sittingId}/${wanted.stepId}`;
    const known = kept.get(name);
    if (known) return known;
    const paperId = (await drawn(dataSource, wanted)) ?? (await draw(dataSource, wanted));
    if (kept.size >= MOST_KEPT) kept.clear();
    if (paperId) kept.set(name, paperId);
    return paperId;
  };
}

const drawn = async (dataSource: DataSource, { sittingId, stepId }: DrawFor): Promise<string | null> => {
  const row = await dataSource.getRepository(PaperDraw).findOneBy({ sittingId, stepId });
  return row?.paperId ?? null;
};

async function draw(dataSource: DataSource, wanted: DrawFor): Promise<string | null> {
  const { sittingId, stepId, examId, now } = wanted;
  const papers = await dataSource
    .getRepository(ExamPaper)
    .find({ where: { examId, stepId }, order: { ordinal: 'ASC' } });
  const seed = createHash('sha256').update(`draw\n${examId}\n${stepId}\n${sittingId}`).digest('hex');
  const paperId = papers[Number.parseInt(seed.slice(0, 12), 16) % Math.max(1, papers.length)]?.paperId;
  if (!paperId) return null;
  await dataSource
    .getRepository(PaperDraw)
    .createQueryBuilder()
    .insert()
    .values({ sittingId, stepId, examId, paperId, seed, choices: papers.length, drawnAt: now })
    .orIgnore()
    .execute();
  return drawn(dataSource, wanted);
}
