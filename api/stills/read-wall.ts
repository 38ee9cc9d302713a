import { LessThan, type DataSource } from 'typeorm';
import { ulid } from 'ulid';
import { ExamEvent } from '#models/exam-event';
import { FactComment } from '#models/fact-comment';
import { Incident } from '#models/incident';
import { WatchStill, type WatchSource } from '#models/watch-still';
import { reportedFact } from '#steps/proctored/schema';
import type { CandidateView } from '#protocol/views.schema';
import { addressOf } from '../files';
import type { Parts } from '../parts';

/** How many stills a strip shows at once: twelve minutes at the usual pace. */
const STRIP = 24;

type Shown = Pick<Parts, 'dataSource' | 'env' | 'clock'>;

/** The newest still of each source of each candidate of a room, by one look at the index. */
export async function newestStills({ dataSource, env, clock }: Shown, roomId: string) {
  const rows: { sittingId: string; source: WatchSource; at: string; key: string }[] = await dataSource.query(
    `SELECT w.sitting_id AS sittingId, w.source AS source, w.at AS at, w.object_key AS \`key\`
       FROM (SELECT s.id AS sitting_id, ws.source, MAX(ws.at) AS at
               FROM sittings s JOIN watch_stills ws ON ws.sitting_id = s.id
              WHERE s.room_id = ? GROUP BY s.id, ws.source) newest
       JOIN watch_stills w ON w.sitting_id = newest.sitting_id AND w.source = newest.source AND w.at = newest.at`,
    [roomId],
  );
  const now = clock();
  return rows.map(({ sittingId, source, at, key }) => ({
    ...{ sittingId, source, at: Number(at) },
    url: addressOf(env, key, now),
  }));
}

export async function stripOf(
  { dataSource, env, clock }: Shown,
  sittingId: string,
  { source, before }: { readonly source: WatchSource; readonly before?: number | undefined },
) {
  const rows = await dataSource.getRepository(WatchStill).find({
    where: { sittingId, source, ...(before !== undefined && { at: LessThan(before) }) },
    order: { at: 'DESC' },
    take: STRIP,
  });
  const now = clock();
  return rows.map(({ at, key }) => ({ at, url: addressOf(env, key, now) }));
}

const factDetails = reportedFact.pick({ fact: true, from: true, to: true });

/** Facts that are over, from the record, and those that last, from the view; oldest first. */
export async function factsOf(dataSource: DataSource, sittingId: string, view: CandidateView | null) {
  const events = await dataSource
    .getRepository(ExamEvent)
    .find({ where: { sittingId, kind: 'proctored.fact' }, order: { id: 'ASC' } });
  const over = events.flatMap(({ details }) => {
    const parsed = factDetails.safeParse({ fact: details['fact'], from: details['from'], to: details['to'] });
    return parsed.success ? [parsed.data] : [];
  });
  const shown = view?.step?.kind === 'proctored' ? view.step.facts : [];
  const lasting = shown.flatMap(({ fact, openSince: from }) =>
    from === null ? [] : [{ fact, from, to: null }],
  );
  return [...over, ...lasting].sort((a, b) => a.from - b.from);
}

export async function commentOf(dataSource: DataSource, sittingId: string) {
  const row = await dataSource.getRepository(FactComment).findOneBy({ sittingId });
  return row && { at: row.at, text: row.text };
}

const presentIncident = ({ id, at, authorName: by, kind, text }: Incident) => ({ id, at, by, kind, text });

export async function incidentsOf(dataSource: DataSource, sittingId: string) {
  const rows = await dataSource
    .getRepository(Incident)
    .find({ where: { sittingId }, order: { at: 'ASC', id: 'ASC' } });
  return rows.map(presentIncident);
}

/** Kept once, however often its page sends it; an id of somebody else's incident gets a new one. */
export async function keepIncident(
  dataSource: DataSource,
  given: Pick<Incident, 'id' | 'sittingId' | 'staffId' | 'authorName' | 'kind' | 'at' | 'text'>,
) {
  const rows = dataSource.getRepository(Incident);
  const there = await rows.findOneBy({ id: given.id });
  const isSame = there?.sittingId === given.sittingId && there.staffId === given.staffId;
  if (there && isSame) return presentIncident(there);
  const row = there ? { ...given, id: ulid(given.at) } : given;
  await rows.createQueryBuilder().insert().values(row).orIgnore().execute();
  return presentIncident(await rows.findOneByOrFail({ id: row.id }));
}
