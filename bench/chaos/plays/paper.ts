import type { CandidateView } from '#protocol/views.schema';
import { inTurn, leaveBy, type Play, type Scene } from './play';

const REASON = '提前收卷';

const isOpen = ({ step }: CandidateView): boolean => step?.kind === 'paper' && step.phase === 'open';

/** The desk dispatches to the whole room where the paper does not come by itself. */
async function dispatch({ seat, desk, step }: Scene<'paper'>): Promise<void> {
  const shown = seat.view()?.step;
  if (step.dispatch.by === 'order' && shown?.kind === 'paper' && shown.phase === 'waiting')
    await desk.orderRoom({ kind: 'dispatch', paper: step.id });
  await seat.until('the paper', isOpen);
}

const isOut =
  ({ step }: Scene<'paper'>) =>
  ({ phase, stepId }: CandidateView): boolean =>
    phase === 'over' || stepId !== step.id;

/** Online he hands in himself; what is photographed is taken from him, as it is, by the desk. */
async function finish(scene: Scene<'paper'>): Promise<void> {
  const { seat, desk, step } = scene;
  const { sittingId } = seat.place;
  const collect = () => desk.order(sittingId, { kind: 'collect', reason: REASON });
  if (step.mode === 'online') await seat.command({ name: 'paper.hand-in' });
  else await inTurn(() => seat.command({ name: 'paper.pens-down' }), collect);
  await seat.until('the collected paper', isOut(scene));
}

/** Dispatched, seen, given more time while it is written, and left open: the clock goes on through the storm. */
export const paper: Play<'paper'> = {
  each: 6,
  roomMayPause: true,
  storm(scene) {
    const { seat, desk, ownSpan } = scene;
    const extend = () =>
      desk.order(seat.place.sittingId, { kind: 'extend', ms: ownSpan(), reason: '网络中断，给予补时' });
    const dispatched = dispatch(scene);
    return [
      inTurn(
        () => dispatched,
        () => seat.command({ name: 'paper.open' }),
      ),
      inTurn(() => dispatched, extend, extend, extend),
    ];
  },
  leave: leaveBy((scene) =>
    inTurn(
      () => dispatch(scene),
      () => finish(scene),
    ),
  ),
};
