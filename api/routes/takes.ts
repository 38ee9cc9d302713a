import { Take } from '#models/take';
import { audit } from '../audit';
import type { Handlers } from '../call';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { readView } from '../sittings/home';
import { breakTake, mendBreak } from '../takes/break-take';
import { confirmTake } from '../takes/confirm-take';
import { declareSegment } from '../takes/declare';
import { presentTakes } from '../takes/present-takes';
import { noteTakes } from '../takes/take-rows';

type Names = 'readTakes' | 'declareSegment' | 'breakTake' | 'confirmTake' | 'readSittingTakes';
const inOrder = { createdAt: 'ASC', id: 'ASC' } as const;

/** Takes of the video-upload exam; their slices come by tus. */
export const takeRoutes = (parts: Parts): Handlers<Names> => ({
  readTakes: async ({ who: { sittingId } }) => {
    const view = await readView(parts, sittingId);
    if (view?.step?.kind !== 'recording' || !view.stepId) throw new AppError('NOT_NOW');
    await noteTakes(parts, await mendBreak(parts, view));
    const of = { sittingId, stepId: view.stepId };
    const takes = await parts.dataSource.getRepository(Take).find({ where: of, order: inOrder });
    return { serverTime: parts.clock(), stepId: view.stepId, takes: await presentTakes(parts, takes) };
  },

  declareSegment: async ({ who, params: { takeId }, body }) => {
    await declareSegment(parts, { who, takeId, body });
    return { done: true };
  },

  breakTake: async ({ who, params: { takeId }, body, receivedAt }) =>
    breakTake(parts, { who, takeId, body, receivedAt }),

  confirmTake: async ({ who, params: { takeId }, body, receivedAt }) =>
    confirmTake(parts, { who, takeId, body, receivedAt }),

  readSittingTakes: async ({ who, params: { sittingId }, receivedAt: now }) => {
    await audit(parts.dataSource, {
      by: who,
      at: now,
      action: 'takes.read',
      subject: sittingId,
      details: {},
    });
    await noteTakes(parts, await readView(parts, sittingId));
    const takes = await parts.dataSource.getRepository(Take).find({ where: { sittingId }, order: inOrder });
    const steps = [...new Set(takes.map(({ stepId }) => stepId))];
    return {
      serverTime: parts.clock(),
      steps: await Promise.all(
        steps.map(async (stepId) => ({
          stepId,
          takes: await presentTakes(
            parts,
            takes.filter((take) => take.stepId === stepId),
          ),
        })),
      ),
    };
  },
});
