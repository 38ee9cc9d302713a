import { Exam } from '#models/exam';
import { audit } from '../audit';
import type { RoomPlace } from '../access/places';
import type { Call, Handlers } from '../call';
import type { Contract } from '#contract';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { openConsole } from '../rooms/open-console';
import { orderRoom } from '../rooms/order-room';
import { orderSitting } from '../rooms/order-sitting';
import { readRecord } from '../rooms/sitting-record';
import { presentQuestion } from '../sittings/questions';

type Names = 'openConsole' | 'orderRoom' | 'orderSitting' | 'previewQuestion' | 'sittingRecord';

export const roomRoutes = (parts: Parts): Handlers<Names> => ({
  openConsole: async ({ who, place }) => openConsole(parts, who, roomOf(place)),

  orderRoom: async ({ who, place, body, receivedAt }) =>
    orderRoom(parts, { who, place: roomOf(place), ...body, receivedAt }),

  orderSitting: async ({ who, params: { sittingId }, body, receivedAt }) =>
    orderSitting(parts, { who, sittingId, ...body, receivedAt }),

  previewQuestion: async (call) => previewQuestion(parts, call),

  sittingRecord: async ({ who, params: { sittingId } }) => readRecord(parts, who, sittingId),
});

async function previewQuestion(parts: Parts, call: Call<Contract['previewQuestion']>) {
  const { who, place, params, receivedAt } = call;
  const exam = await parts.dataSource.getRepository(Exam).findOneBy({ id: place.examId });
  const flowVersionId = exam?.flowVersionId;
  if (!flowVersionId) throw new AppError('NO_SUCH_QUESTION');
  const document = await parts.publishedFlow(flowVersionId);
  const { questionId } = params;
  const shown = presentQuestion(parts, { document, flowVersionId, questionId, now: receivedAt });
  const details = { questionId, flowVersionId };
  await audit(parts.dataSource, {
    by: who,
    at: receivedAt,
    action: 'question.preview',
    subject: params.roomId,
    details,
  });
  return shown;
}

/** Paths with a room or a sitting always stand for a place in a room. */
function roomOf(place: Call<Contract['openConsole']>['place']): RoomPlace {
  if (place.roomId === null) throw new AppError('NOT_FOUND');
  return { ...place, roomId: place.roomId };
}
