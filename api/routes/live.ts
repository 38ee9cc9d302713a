import type { RoomPlace } from '../access/places';
import type { StaffPrincipal } from '../access/principal';
import type { Handlers } from '../call';
import { AppError, isAppError } from '../errors';
import { may } from '#protocol/policies';
import type { Parts } from '../parts';

export const liveRoutes = (parts: Parts): Handlers<'live'> => ({
  live: async ({ who, query, sessionToken }) => {
    const { hub } = parts.live;
    if (who.kind === 'candidate') {
      if (query.room !== undefined && query.room !== who.roomId) throw new AppError('NOT_ALLOWED');
      return hub.openForCandidate(who, sessionToken);
    }
    const place = query.room === undefined ? null : await placeFor(parts, who, query.room);
    return hub.openForStaff(who, place, sessionToken);
  },
});

/** Another's room is as good as absent. */
async function placeFor(parts: Parts, who: StaffPrincipal, roomId: string): Promise<RoomPlace> {
  const place = await parts.places.ofRoom(roomId).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'NOT_FOUND') throw new AppError('NOT_ALLOWED');
    throw error;
  });
  if (!may(who, 'look into a room', { id: place.roomId, examId: place.examId }))
    throw new AppError('NOT_ALLOWED');
  return place;
}
