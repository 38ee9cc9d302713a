import { createHash } from 'node:crypto';
import { In, type EntityManager } from 'typeorm';
import { ulid } from 'ulid';
import { AnswerRevision } from '#models/answer-revision';
import { AnswerSheet } from '#models/answer-sheet';
import { Sheet } from '#models/sheet';
import { SheetSet } from '#models/sheet-set';
import { digestOfAnswers, digestOfSheets } from '#protocol/digests';
import type { PaperPorts } from '#workflows/activities';
import type { Deps } from './deps';

type Query = Parameters<PaperPorts['collectPaper']>[0];
type Collected = Awaited<ReturnType<PaperPorts['collectPaper']>>;

/** Sheets of a set that the server makes, as many as any flow takes. */
const MOST_SHEETS = 30;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Seals once an ending: the row is locked, so that no autosave is acknowledged that is not in what counts. */
const sealAnswers = async (
  manager: EntityManager,
  { sittingId, stepId, until }: Query,
): Promise<Collected> => {
  const of = { sittingId, stepId };
  await manager
    .createQueryBuilder()
    .insert()
    .into(AnswerSheet)
    .values({ ...of, revision: 0, answers: {}, savedAt: null, saveId: null, sealedAt: null })
    .orIgnore()
    .execute();
  const row = await manager.findOneOrFail(AnswerSheet, { where: of, lock: { mode: 'pessimistic_write' } });
  const { revision, answers, savedAt, sealedAt, sealedRevision, sealedDigest } = row;
  if (sealedAt === until && sealedRevision !== null && sealedDigest !== null)
    return { mode: 'online', revision: sealedRevision, digest: sealedDigest };
  const digest = sha256(digestOfAnswers(answers));
  await manager.update(AnswerSheet, of, {
    sealedAt: until,
    sealedRevision: revision,
    sealedDigest: digest,
  });
  const copy = { ...of, revision, why: 'sealed' as const, answers, savedAt: savedAt ?? until };
  await manager.createQueryBuilder().insert().into(AnswerRevision).values(copy).orIgnore().execute();
  return { mode: 'online', revision, digest };
};

const shown = ({ id, version, digest, sheets, sealedAt, receivedAt, madeBy }: SheetSet): Collected => ({
  mode: 'photographed',
  set: { setId: id, version, digest, sheets: sheets.length, sealedAt, receivedAt },
  made: madeBy,
});

/** The last set that is complete; else what had arrived, in the order in which it came. */
const sealSheets = async (
  manager: EntityManager,
  { sittingId, stepId, until, sets }: Query,
  now: number,
): Promise<Collected> => {
  const of = { sittingId, stepId };
  const all = await manager.find(SheetSet, {
    where: of,
    order: { version: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const complete = all.filter(({ receivedAt }) => receivedAt !== null);
  const counts = complete.findLast(({ id, madeBy }) => sets.includes(id) || madeBy === 'by-server');
  if (counts) return shown(counts);
  const arrived = await manager.find(Sheet, {
    where: { ...of, state: In(['ready']) },
    order: { createdAt: 'ASC', id: 'ASC' },
    take: MOST_SHEETS,
  });
  if (arrived.length === 0) return { mode: 'photographed', set: null, made: 'by-server' };
  const sheets = arrived.map(({ digest }) => ({ digest, turn: 0 as const }));
  const made: SheetSet = {
    ...{ id: ulid(), ...of, version: (all.at(-1)?.version ?? 0) + 1, sheets },
    digest: sha256(digestOfSheets(sheets)),
    sealedAt: until,
    receivedAt: now,
    madeBy: 'by-server',
  };
  await manager.insert(SheetSet, made);
  return shown(made);
};

/** Seals what counts of a paper. A repeat finds the same. */
export const collectPaper =
  ({ database, clock }: Pick<Deps, 'database' | 'clock'>): PaperPorts['collectPaper'] =>
  async (query) => {
    const source = await database();
    return source.transaction('READ COMMITTED', (manager) =>
      query.mode === 'online' ? sealAnswers(manager, query) : sealSheets(manager, query, clock()),
    );
  };
