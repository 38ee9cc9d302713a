import { holds, may, type Ability } from '#protocol/policies';
import type { RoomPlace } from '../access/places';
import { AppError } from '../errors';
import type { Somebody } from './slot';
import type { Stage } from './stage';

const abilityOf: Record<Stage, Ability> = {
  waiting: 'talk with a candidate in the waiting area',
  interview: 'sit in the exam room',
};

/** Without camera and microphone of their own. */
export const onlyWatches = (who: Somebody): boolean => who.kind === 'staff' && who.role === 'inspector';

/** Runs the conversation on this stage, in providers that know such a role. */
export const isModerator = (who: Somebody, stage: Stage): boolean => {
  if (who.kind !== 'staff' || onlyWatches(who)) return false;
  return stage === 'waiting'
    ? who.role === 'waiting-officer' || who.role === 'invigilator'
    : who.role === 'examiner' || who.role === 'chief-examiner';
};

/**
 * Whether this person belongs on a stage of that sitting at all; that the stage is open is another question.
 * @throws AppError NOT_FOUND for another's sitting or room, NOT_ALLOWED for another's duty
 */
export function admitToStage(who: Somebody, stage: Stage, place: RoomPlace): void {
  if (who.kind === 'candidate') {
    if (who.sittingId !== place.sittingId) throw new AppError('NOT_FOUND');
    return;
  }
  const room = { id: place.roomId, examId: place.examId };
  if (!may(who, 'look into a room', room)) throw new AppError('NOT_FOUND');
  if (!onlyWatches(who) && !holds(who.role, abilityOf[stage])) throw new AppError('NOT_ALLOWED');
}
