import { audit } from '../audit';
import type { Handlers } from '../call';
import type { Parts } from '../parts';
import { criteriaFor, findSheet, presentSheet, saveSheet, sealSheet } from '../scores/sheets';

type Names = 'readScore' | 'saveScore' | 'sealScore';

export const scoreRoutes = (parts: Parts): Handlers<Names> => {
  const { dataSource } = parts;
  return {
    readScore: async ({ who: { staffId }, params: { sittingId } }) =>
      presentSheet(await criteriaFor(parts, sittingId), await findSheet(dataSource, { sittingId, staffId })),

    saveScore: async ({ who: { staffId }, params: { sittingId }, body: marks, receivedAt: at }) => {
      const criteria = await criteriaFor(parts, sittingId);
      return presentSheet(
        criteria,
        await saveSheet(dataSource, { sittingId, staffId }, { marks, criteria, at }),
      );
    },

    sealScore: async ({ who, params: { sittingId }, place, receivedAt: at }) => {
      const { staffId } = who;
      const criteria = await criteriaFor(parts, sittingId);
      const score = await sealSheet(dataSource, { sittingId, staffId }, { criteria, at });
      await audit(dataSource, { by: who, at, action: 'score.seal', subject: sittingId });
      // From now on this examiner may see how the identity check went: his console looks again.
      if (place.roomId) parts.live.publish.toRoom(place.roomId, { kind: 'score', sittingId });
      return presentSheet(criteria, score);
    },
  };
};
