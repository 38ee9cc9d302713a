import { In } from 'typeorm';
import type { z } from 'zod';
import type { readSittingAnswers } from '#contract/answers';
import { AnswerRevision } from '#models/answer-revision';
import { AnswerSheet } from '#models/answer-sheet';
import { PaperDraw } from '#models/paper-draw';
import { Candidate } from '#models/candidate';
import { ExamEvent } from '#models/exam-event';
import { Sheet } from '#models/sheet';
import { SheetSet } from '#models/sheet-set';
import { Sitting } from '#models/sitting';
import { AppError } from '../errors';
import { shownOf } from '../answers/save';
import { addressOf } from '../files';
import type { Parts } from '../parts';
import type { PaperContents } from './content';
import { marksOf } from './marking';
import { presentPaper } from './present';

type Reply = z.input<typeof readSittingAnswers.output>;
interface Of {
  readonly sittingId: string;
  readonly stepId: string;
}

/** A paper as it was answered, with marks by the key once it is sealed. */
export async function readAnswersOf(
  parts: Parts,
  contents: PaperContents,
  { sittingId, stepId, revision, now }: Of & { readonly revision?: number | undefined; readonly now: number },
): Promise<Reply> {
  const { dataSource } = parts;
  const of = { sittingId, stepId };
  const sitting = await dataSource.getRepository(Sitting).findOneBy({ id: sittingId });
  const candidate = await dataSource.getRepository(Candidate).findOneBy({ id: sitting?.candidateId ?? '' });
  if (!sitting || !candidate) throw new AppError('NOT_FOUND');
  const draw = await dataSource.getRepository(PaperDraw).findOneBy(of);
  const drawn = draw && (await contents.read(draw.paperId));
  const saved = await savedOf(parts, of, revision);
  const isSealed = saved.sealed || (await isCollected(parts, of));
  const marks =
    drawn?.content.form === 'questions' && isSealed && saved.saved
      ? marksOf(await contents.readKey(drawn.paper.id), saved.saved.answers)
      : [];
  return {
    ticket: candidate.ticket,
    sealed: isSealed,
    paper: drawn ? presentPaper(parts, { stepId, ...drawn, now }) : null,
    saved: saved.saved,
    revisions: saved.revisions,
    marks,
    sets: await setsOf(parts, of, now),
  };
}

const isCollected = ({ dataSource }: Parts, of: Of): Promise<boolean> =>
  dataSource.getRepository(ExamEvent).existsBy({ ...of, kind: 'paper.handed-in' });

async function savedOf({ dataSource }: Parts, of: Of, revision: number | undefined) {
  const sheet = await dataSource.getRepository(AnswerSheet).findOneBy(of);
  const kept = await dataSource.getRepository(AnswerRevision).find({ where: of, order: { revision: 'ASC' } });
  const revisions = kept.map(({ revision: number, savedAt, why }) => ({ revision: number, savedAt, why }));
  const sealedNow = sheet?.sealedRevision !== null && sheet?.sealedRevision !== undefined;
  const wanted = revision ?? (sealedNow ? sheet.sealedRevision : null);
  const found = kept.find((each) => each.revision === wanted);
  if (revision !== undefined && !found) throw new AppError('NOT_FOUND');
  const saved = found ? shownOf(found) : sheet && shownOf(sheet);
  return { saved, revisions, sealed: sealedNow };
}

async function setsOf(parts: Parts, of: Of, now: number): Promise<Reply['sets']> {
  const { dataSource, env } = parts;
  const sets = await dataSource.getRepository(SheetSet).find({ where: of, order: { version: 'ASC' } });
  const digests = sets.flatMap(({ sheets }) => sheets.map(({ digest }) => digest));
  const found = await dataSource.getRepository(Sheet).findBy({ ...of, digest: In(digests) });
  const byDigest = new Map(found.map((sheet) => [sheet.digest, sheet]));
  const counts = sets.findLast(({ receivedAt }) => receivedAt !== null)?.id;
  return sets.map(({ id, version, sealedAt, receivedAt, sheets }) => ({
    ...{ setId: id, version, sealedAt, receivedAt },
    counts: id === counts,
    sheets: sheets.map(({ digest, turn }) => {
      const sheet = byDigest.get(digest);
      const url = sheet?.key ? addressOf(env, sheet.key, now) : null;
      return { digest, turn, url, width: sheet?.width ?? null, height: sheet?.height ?? null };
    }),
  }));
}
