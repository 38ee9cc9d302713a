import { FactComment } from '#models/fact-comment';
import type { Handlers } from '../call';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { readView } from '../sittings/home';
import { commentOf, factsOf, incidentsOf, keepIncident, newestStills, stripOf } from '../stills/read-wall';
import { storeStill } from '../stills/store-still';

type Names = 'readFacts' | 'commentOnFacts' | 'sendWatchStill' | 'readWall' | 'readWatched' | 'noteIncident';

/** A still every 10 s is the shortest pace of a flow; showing the room takes some more. */
const STILLS_PER_WINDOW = 90;
const STILLS_WINDOW_MS = 5 * 60_000;

const isRunning = (view: Awaited<ReturnType<typeof readView>>): boolean =>
  view?.step?.kind === 'proctored' && (view.step.phase === 'running' || view.step.phase === 'closing');

/** Pictures and facts of exams that run elsewhere: for the candidate himself, and for those who watch. */
export const stillRoutes = (parts: Parts): Handlers<Names> => {
  const { dataSource } = parts;
  return {
    readFacts: async ({ who: { sittingId } }) => {
      const view = await readView(parts, sittingId);
      const [facts, comment] = await Promise.all([
        factsOf(dataSource, sittingId, view),
        commentOf(dataSource, sittingId),
      ]);
      return { facts, comment };
    },

    commentOnFacts: async ({ who: { sittingId }, body: { text }, receivedAt: at }) => {
      const view = await readView(parts, sittingId);
      const isAfter =
        view?.phase === 'over' || (view?.step?.kind === 'proctored' && view.step.phase === 'looking-back');
      if (!isAfter) throw new AppError('NOT_NOW', view ? { view } : undefined);
      const rows = dataSource.getRepository(FactComment);
      await rows.createQueryBuilder().insert().values({ sittingId, at, text }).orIgnore().execute();
      const kept = await rows.findOneByOrFail({ sittingId });
      if (kept.text !== text) throw new AppError('ALREADY_DONE', { by: 'candidate', at: kept.at });
      return { at: kept.at, text: kept.text };
    },

    sendWatchStill: async ({ who: { sittingId, position }, params: { of }, body: bytes, receivedAt: at }) => {
      const source = of === 'screen' ? 'screen' : (`camera-${position}` as const);
      await parts.throttle.spend(`watch:${sittingId}:${source}`, STILLS_PER_WINDOW, STILLS_WINDOW_MS);
      const view = await readView(parts, sittingId);
      if (!isRunning(view)) throw new AppError('NOT_NOW', view ? { view } : undefined);
      await storeStill(parts, { bytes, sittingId, source, at });
      return { done: true };
    },

    readWall: async ({ params: { roomId } }) => ({
      serverTime: parts.clock(),
      stills: await newestStills(parts, roomId),
    }),

    readWatched: async ({ params: { sittingId }, query }) => {
      const view = await readView(parts, sittingId);
      const [stills, facts, incidents, comment] = await Promise.all([
        stripOf(parts, sittingId, query),
        factsOf(dataSource, sittingId, view),
        incidentsOf(dataSource, sittingId),
        commentOf(dataSource, sittingId),
      ]);
      return { stills, facts, incidents, comment };
    },

    noteIncident: async ({ who, params: { sittingId }, body, receivedAt: at }) =>
      keepIncident(dataSource, { ...body, sittingId, staffId: who.staffId, authorName: who.name, at }),
  };
};
