import { createHash } from 'node:crypto';
import { In, Not } from 'typeorm';
import { Exam } from '#models/exam';
import { IdentityCase } from '#models/identity-case';
import { ScoreCorrection, ScoreRecusal } from '#models/result-rows';
import { Score } from '#models/score';
import { Sitting } from '#models/sitting';
import { Staff } from '#models/staff';
import { holds, staffRoles } from '#protocol/policies';
import type { FlowDocument } from '#protocol/flow.schema';
import type { ScoringRule } from '#steps/interview/schema';
import type { Parts } from '../parts';
import { tallyOf, type CountedSheet, type Tally } from './tally';

const scoring = staffRoles.filter((role) => holds(role, 'score a candidate'));
const everySheet: ScoringRule = { dropExtremesFrom: null, askWhenApart: null };

export interface ResultSheet extends CountedSheet {
  readonly name: string;
  readonly values: Readonly<Record<string, number>>;
  readonly corrections: readonly { readonly at: number; readonly reason: string }[];
}

export interface Result {
  readonly sittingId: string;
  readonly ticket: string;
  readonly name: string;
  readonly state: 'absent' | 'under-way' | 'sheets-missing' | 'complete' | 'not-scored';
  /** Examiners of the room who score this candidate, and how many of them have sealed. */
  readonly of: number;
  readonly in: number;
  readonly recused: readonly string[];
  /** Nobody's points before everybody's are in. */
  readonly sheets: readonly ResultSheet[];
  readonly tally: Tally | null;
  readonly identityOpen: boolean;
}

export interface RoomResults {
  readonly results: readonly Result[];
  readonly rule: ScoringRule;
  /** SHA-256 (hex) over all that is signed: who, in which state, with which points. */
  readonly digest: string;
}

const ruleOf = (document: FlowDocument): ScoringRule =>
  document.steps.flatMap((step) => (step.kind === 'interview' ? (step.scoring ?? []) : []))[0] ?? everySheet;

/** Results of a room as they stand, by ticket number. */
export async function roomResults(parts: Parts, roomId: string): Promise<RoomResults> {
  const { dataSource, publishedFlow } = parts;
  const [sittings, scorers] = await Promise.all([
    dataSource.getRepository(Sitting).find({
      where: { roomId },
      relations: { candidate: true },
      select: {
        ...{ id: true, examId: true, revision: true, endedAt: true },
        candidate: { id: true, ticket: true, name: true },
      },
    }),
    dataSource
      .getRepository(Staff)
      .find({ where: { role: In(scoring), rooms: { roomId } }, order: { id: 'ASC' } }),
  ]);
  const exam = await dataSource.getRepository(Exam).findOneBy({ id: sittings[0]?.examId ?? '' });
  const rule = exam?.flowVersionId ? ruleOf(await publishedFlow(exam.flowVersionId)) : everySheet;
  const kept = await rowsOf(
    parts,
    sittings.map(({ id }) => id),
  );
  const results = sittings
    .map((sitting) => resultOf(sitting, scorers, kept, rule))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
  return { results, rule, digest: digestOf(results) };
}

async function rowsOf({ dataSource }: Parts, sittingIds: readonly string[]) {
  const sittingId = In([...sittingIds]);
  const [scores, corrections, recusals, cases] = await Promise.all([
    dataSource.getRepository(Score).findBy({ sittingId }),
    dataSource.getRepository(ScoreCorrection).find({ where: { sittingId }, order: { at: 'ASC', id: 'ASC' } }),
    dataSource.getRepository(ScoreRecusal).findBy({ sittingId }),
    dataSource.getRepository(IdentityCase).findBy({ sittingId, phase: Not('decided') }),
  ]);
  return { scores, corrections, recusals, cases };
}
type Rows = Awaited<ReturnType<typeof rowsOf>>;

function resultOf(sitting: Sitting, scorers: readonly Staff[], rows: Rows, rule: ScoringRule): Result {
  const own = <T extends { sittingId: string }>(all: readonly T[]): T[] =>
    all.filter(({ sittingId }) => sittingId === sitting.id);
  const gone = own(rows.recusals).map(({ staffId }) => staffId);
  const panel = scorers.filter(({ id }) => !gone.includes(id));
  const sheets = panel.flatMap((scorer) => sheetOf(scorer, own(rows.scores), own(rows.corrections)));
  const state = stateOf(sitting, panel.length, sheets.length);
  const shown = state === 'complete' ? sheets : [];
  return {
    ...{ sittingId: sitting.id, state, of: panel.length, in: sheets.length },
    ticket: sitting.candidate?.ticket ?? '',
    name: sitting.candidate?.name ?? '',
    recused: scorers.filter(({ id }) => gone.includes(id)).map(({ name }) => name),
    sheets: shown,
    tally: tallyOf(shown, rule),
    identityOpen: own(rows.cases).length > 0,
  };
}

function stateOf({ revision, endedAt }: Sitting, of: number, sealed: number): Result['state'] {
  if (revision === 0) return 'absent';
  if (endedAt === null) return 'under-way';
  if (of === 0) return 'not-scored';
  return sealed < of ? 'sheets-missing' : 'complete';
}

/** As sealed, or as corrected last. */
function sheetOf(
  { id: staffId, name }: Staff,
  scores: readonly Score[],
  corrections: readonly ScoreCorrection[],
): ResultSheet[] {
  const sealed = scores.find((score) => score.staffId === staffId && score.sealedAt !== null);
  if (!sealed) return [];
  const own = corrections.filter((correction) => correction.staffId === staffId);
  const values = own.at(-1)?.values ?? sealed.values;
  const total = Object.values(values).reduce((sum, points) => sum + Math.round(points * 100), 0) / 100;
  return [{ staffId, name, values, total, corrections: own.map(({ at, reason }) => ({ at, reason })) }];
}

function digestOf(results: readonly Result[]): string {
  const said = results.map(({ ticket, state, tally, sheets }) => [
    ...[ticket, state, tally?.mean ?? null],
    sheets.map(({ staffId, values }) => [staffId, Object.entries(values).sort()]),
  ]);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
