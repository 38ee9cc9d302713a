import type { Play, Scene } from './play';
import { leaveBy } from './play';

const read = ({ seat }: Scene<'notice'>) => seat.command({ name: 'notice.read' });

export const notice: Play<'notice'> = {
  each: 1,
  roomMayPause: true,
  storm: (scene) => [read(scene).then(() => undefined)],
  leave: leaveBy(read),
};

const agree = async ({ seat, step }: Scene<'pledge'>): Promise<void> => {
  const shown = seat.view()?.step;
  if (shown?.kind !== 'pledge') throw new Error(`no pledge is shown at ${step.id}`);
  await seat.command({ name: 'pledge.agree', version: shown.version, digest: shown.digest });
};

export const pledge: Play<'pledge'> = {
  each: 1,
  roomMayPause: true,
  storm: (scene) => [agree(scene)],
  leave: leaveBy(agree),
};
