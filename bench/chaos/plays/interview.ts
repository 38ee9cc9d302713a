import type { CandidateView } from '#protocol/views.schema';
import { inTurn, leaveBy, type Play, type Scene } from './play';

const REASON = '网络中断，给予补时';

const dispatchedIn = (view: CandidateView): string[] =>
  view.step?.kind === 'interview' ? view.step.questions.map(({ id }) => id) : [];

/** The candidate opens each question as it comes. */
async function open({ seat, step }: Scene<'interview'>): Promise<void> {
  for (const { id } of step.questions) {
    await seat.until(`question ${id}`, (view) => dispatchedIn(view).includes(id));
    await seat.command({ name: 'interview.open-question', question: id });
  }
}

/** The desk dispatches, gives time, stops the clock and lets it run again. */
async function conduct({ seat, desk, step, ownSpan }: Scene<'interview'>): Promise<void> {
  const { sittingId } = seat.place;
  for (const { id } of step.questions) {
    await desk.order(sittingId, { kind: 'dispatch', question: id });
    await desk.order(sittingId, { kind: 'extend', ms: ownSpan(), reason: REASON });
    await desk.order(sittingId, { kind: 'pause', reason: REASON });
    await desk.order(sittingId, { kind: 'resume' });
  }
}

const isOver = ({ phase, stepId }: CandidateView, step: string): boolean =>
  phase === 'over' || stepId !== step;

const end = ({ seat, desk, step }: Scene<'interview'>): Promise<void> =>
  inTurn(
    () => desk.order(seat.place.sittingId, { kind: 'end', reason: '面试结束' }),
    () => seat.until('the end', (view) => isOver(view, step.id)),
  );

export const interview: Play<'interview'> = {
  each: 12,
  roomMayPause: true,
  storm: (scene) => [open(scene), conduct(scene)],
  leave: leaveBy(end),
};
