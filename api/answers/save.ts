import type { DataSource } from 'typeorm';
import type { SavedAnswers } from '#contract/answers';
import { AnswerSheet } from '#models/answer-sheet';
import { HeldPosition } from '#models/held-position';
import type { Answer, Answers } from '#protocol/paper.schema';
import { AppError } from '../errors';
import { WRITABLE, writableValues } from './writable';

export interface Save {
  readonly sittingId: string;
  readonly stepId: string;
  readonly epoch: number;
  readonly base: number;
  readonly saveId: string;
  readonly changes: Readonly<Record<string, Answer>>;
  readonly receivedAt: number;
}

/** What `answers` may grow to, in characters: a hundred essays. */
const MOST_CHARS = 2_000_000;

/** The save, its right to be made and its order after the one before, in one statement. */
const SAVE = `UPDATE answer_sheets a
  JOIN sittings s ON s.id = a.sitting_id
  JOIN positions p ON p.sitting_id = a.sitting_id AND p.position = 1
  SET a.answers = JSON_MERGE_PATCH(a.answers, ?), a.revision = a.revision + 1, a.saved_at = ?, a.save_id = ?
  WHERE a.sitting_id = ? AND a.step_id = ? AND a.revision = ? AND p.epoch = ?
    AND CHAR_LENGTH(a.answers) < ${MOST_CHARS} AND ${WRITABLE}`;

/** Nulls take an earlier value away, as JSON merging has it; a whole value is never merged into another kind's. */
const patchOf = (changes: Save['changes']): string => JSON.stringify(changes);

async function tryToSave(source: DataSource, save: Save): Promise<boolean> {
  const { sittingId, stepId, base, epoch, saveId, changes, receivedAt } = save;
  const values = [patchOf(changes), receivedAt, saveId, sittingId, stepId, base, epoch];
  const result = await source.query<{ affectedRows: number }>(SAVE, [
    ...values,
    ...writableValues(receivedAt),
  ]);
  return result.affectedRows > 0;
}

/**
 * @returns the new revision, or of a repeated save the one that it made
 * @throws AppError CONFLICT with the server's state, SUPERSEDED, TOO_LATE, NOT_NOW
 */
export async function saveAnswers(
  source: DataSource,
  save: Save,
): Promise<{ revision: number; savedAt: number }> {
  const done = { revision: save.base + 1, savedAt: save.receivedAt };
  if (await tryToSave(source, save)) return done;
  const row = await findSheet(source, save);
  if (row.saveId === save.saveId) return { revision: row.revision, savedAt: row.savedAt ?? save.receivedAt };
  const held = await source.getRepository(HeldPosition).findOneBy({ sittingId: save.sittingId, position: 1 });
  if (held?.epoch !== save.epoch)
    throw new AppError('SUPERSEDED', held ? { since: held.claimedAt } : undefined);
  await demandWritable(source, save);
  if (JSON.stringify(row.answers).length >= MOST_CHARS)
    throw new AppError('TOO_LARGE', { limit: MOST_CHARS });
  // Its row may not have been there yet, or a device may have come back just now.
  if (row.revision === save.base && (await tryToSave(source, save))) return done;
  throw new AppError('CONFLICT', { saved: shownOf(await findSheet(source, save)) });
}

/** The row, made where it is missing: a paper that was dispatched may be answered before it was ever read here. */
export async function findSheet(
  source: DataSource,
  { sittingId, stepId }: Pick<Save, 'sittingId' | 'stepId'>,
): Promise<AnswerSheet> {
  const rows = source.getRepository(AnswerSheet);
  const found = await rows.findOneBy({ sittingId, stepId });
  if (found) return found;
  const empty = { sittingId, stepId, revision: 0, answers: {}, savedAt: null, saveId: null, sealedAt: null };
  await rows.createQueryBuilder().insert().values(empty).orIgnore().execute();
  return rows.findOneByOrFail({ sittingId, stepId });
}

interface Judged {
  readonly writable: number | string;
  readonly step: string | null;
  readonly until: string | null;
  readonly opens: string | null;
}

async function demandWritable(source: DataSource, { sittingId, stepId, receivedAt }: Save): Promise<void> {
  const [judged] = await source.query<Judged[]>(
    `SELECT (${WRITABLE}) AS writable, s.paper_step AS step, s.paper_until AS until, s.paper_opens AS opens
     FROM answer_sheets a JOIN sittings s ON s.id = a.sitting_id WHERE a.sitting_id = ? AND a.step_id = ?`,
    [...writableValues(receivedAt), sittingId, stepId],
  );
  if (Number(judged?.writable) === 1) return;
  const opensAt = judged?.opens ? Number(judged.opens) : null;
  if (judged?.step === stepId && opensAt !== null && receivedAt < opensAt)
    throw new AppError('NOT_NOW', { opensAt });
  // Whoever wrote once and may no more is late; a paper that was never his is not.
  const closedAt = judged?.until ? Number(judged.until) : undefined;
  throw judged?.step === stepId && opensAt === null
    ? new AppError('NOT_NOW')
    : new AppError('TOO_LATE', closedAt === undefined ? undefined : { closedAt });
}

/** Values that were taken away are absent in the column. */
const wholeOf = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([question, { value, marked, at }]) => [
      question,
      { value: value ?? null, marked, at },
    ]),
  );

export const shownOf = ({
  stepId,
  revision,
  savedAt,
  answers,
}: Pick<AnswerSheet, 'stepId' | 'revision' | 'savedAt' | 'answers'>): SavedAnswers => ({
  stepId,
  revision,
  savedAt,
  answers: wholeOf(answers),
});
