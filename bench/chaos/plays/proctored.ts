import { ulid } from 'ulid';
import type { CandidateView } from '#protocol/views.schema';
import { inTurn, leaveBy, type Play, type Scene } from './play';

const isOut =
  ({ step }: Scene<'proctored'>) =>
  ({ phase, stepId }: CandidateView): boolean =>
    phase === 'over' || stepId !== step.id;

/** Begins, leaves the page for a moment and is given time meanwhile; where the exam runs is nobody's matter here. */
export const proctored: Play<'proctored'> = {
  each: 6,
  roomMayPause: true,
  storm(scene) {
    const { seat, desk, step, ownSpan } = scene;
    const client = step.client === 'seb' ? 'seb' : 'browser';
    const begun = seat.command({ name: 'proctored.begin', client, screen: true });
    const fact = { id: ulid(), fact: 'page-left', from: Date.now() } as const;
    const extend = () =>
      desk.order(seat.place.sittingId, { kind: 'extend', ms: ownSpan(), reason: '网络中断，给予补时' });
    return [
      inTurn(
        () => begun,
        () => seat.command({ name: 'proctored.facts', facts: [{ ...fact, to: null }] }),
        () => seat.command({ name: 'proctored.facts', facts: [{ ...fact, to: Date.now() }] }),
      ),
      inTurn(() => begun, extend, extend, extend),
    ];
  },
  leave: leaveBy(async (scene) => {
    const { seat } = scene;
    await seat.command({ name: 'proctored.end' });
    await seat.command({ name: 'proctored.finish' });
    await seat.until('the exam that is over', isOut(scene));
  }),
};
