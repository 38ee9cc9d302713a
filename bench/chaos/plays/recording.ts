import { ulid } from 'ulid';
import type { CandidateView } from '#protocol/views.schema';
import { inTurn, leaveBy, type Play, type Scene } from './play';

const REASON = '提前收卷';

const isOut =
  ({ step }: Scene<'recording'>) =>
  ({ phase, stepId }: CandidateView): boolean =>
    phase === 'over' || stepId !== step.id;

/** Sees the question, records and stops, while the desk gives him time. */
export const recording: Play<'recording'> = {
  each: 6,
  roomMayPause: true,
  storm(scene) {
    const { seat, desk, step, ownSpan } = scene;
    const question = step.questions[0]?.id ?? '';
    const takeId = ulid();
    const extend = () =>
      desk.order(seat.place.sittingId, { kind: 'extend', ms: ownSpan(), reason: '网络中断，给予补时' });
    return [
      inTurn(
        () => seat.command({ name: 'recording.show', question }),
        () => seat.command({ name: 'recording.begin', question, takeId }),
        () => seat.command({ name: 'recording.stop', takeId }),
      ),
      inTurn(extend, extend, extend),
    ];
  },
  leave: leaveBy(async (scene) => {
    const { seat, desk } = scene;
    await desk.order(seat.place.sittingId, { kind: 'collect', reason: REASON });
    await seat.until('the collected takes', isOut(scene));
  }),
};
