import type { CandidateView } from '#protocol/views.schema';
import type { Seat } from '../seat';
import { inTurn, leaveBy, type Play, type Scene } from './play';

const isInvited = ({ step }: CandidateView): boolean => step?.kind === 'waiting' && step.phase === 'invited';

const comeIn = ({ seat, desk }: Scene<'waiting'>): Promise<void> =>
  inTurn(
    // A desk invites whom its console shows waiting; the console may be some moments behind.
    () => desk.seen(seat.place.sittingId, (shown) => isQueued(shown) && shown.revision >= revisionOf(seat)),
    () =>
      desk.orderRoom({
        ...{ kind: 'invite', sittingId: seat.place.sittingId, called: false },
        reason: '按顺序邀请',
      }),
    () => seat.until('an invitation', isInvited),
    () => seat.command({ name: 'waiting.accept' }),
  );

const revisionOf = (seat: Seat): number => seat.view()?.revision ?? 0;
const isQueued = ({ step }: CandidateView): boolean => step?.kind === 'waiting' && step.phase === 'queued';

/** Away and back, deferred by the desk, invited, one more minute, in: the invitation is an order to the room. */
export const waiting: Play<'waiting'> = {
  each: 6,
  roomMayPause: false,
  storm(scene) {
    const { seat, desk, dice } = scene;
    const away = () => seat.command({ name: 'waiting.away', minutes: dice.between(1, 9) });
    const back = () => seat.command({ name: 'waiting.back' });
    const deferred = () => desk.order(seat.place.sittingId, { kind: 'defer', reason: '稍后再面' });
    return [inTurn(away, back, away, back, deferred, () => comeIn(scene))];
  },
  leave: leaveBy(comeIn),
};
