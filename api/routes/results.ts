import { audit } from '../audit';
import type { RoomPlace } from '../access/places';
import type { Call, Handlers } from '../call';
import type { Contract } from '#contract';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { exportResults } from '../results/export-results';
import { refuseReleased, releaseResults, signResults } from '../results/make-final';
import { correctSheet, recuse } from '../results/own-sheet';
import { presentResults } from '../results/present-results';
import { criteriaFor } from '../scores/sheets';

type Names = 'readResults' | 'signResults' | 'correctScore' | 'recuse' | 'releaseResults' | 'exportResults';

export const resultRoutes = (parts: Parts): Handlers<Names> => {
  const { dataSource } = parts;
  return {
    readResults: async ({ who, place, receivedAt: at }) => {
      const room = roomOf(place);
      await audit(dataSource, { by: who, at, action: 'results.read', subject: room.roomId });
      return presentResults(parts, room);
    },

    signResults: async ({ who, place, body: { digest }, receivedAt: at }) => {
      const room = roomOf(place);
      await signResults(parts, room, digest, { who, at });
      return presentResults(parts, room);
    },

    correctScore: async ({ who, place, params: { sittingId }, body, receivedAt: at }) => {
      await refuseReleased(dataSource, place.examId);
      const { reason, ...given } = body;
      const criteria = await criteriaFor(parts, sittingId);
      return correctSheet(dataSource, { ...given, criteria }, { who, at, sittingId, reason });
    },

    recuse: async ({ who, place, params: { sittingId }, body: { reason }, receivedAt: at }) => {
      await refuseReleased(dataSource, place.examId);
      return recuse(dataSource, { who, at, sittingId, reason });
    },

    releaseResults: async ({ who, params: { examId }, receivedAt: at }) =>
      releaseResults(parts, examId, { who, at }),

    exportResults: async ({ who, params: { examId }, receivedAt: at }) => {
      await audit(dataSource, { by: who, at, action: 'results.export', subject: examId });
      return exportResults(parts, examId);
    },
  };
};

function roomOf(place: Call<Contract['readResults']>['place']): RoomPlace {
  if (place.roomId === null) throw new AppError('NOT_FOUND');
  return { ...place, roomId: place.roomId };
}
