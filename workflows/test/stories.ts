import type { CommandAnswer } from '../messages';
import type { SittingDriver } from './drivers';
import { steps } from './flows';

const ok = { camera: 'ok', microphone: 'ok', bell: 'ok' };
export const stillKey = (n: number) => `still-key-0000000${String(n).padStart(3, '0')}`;

/** One attempt at the face check: begins, and hands in as many pictures as were asked for. */
export const submitFace = async (sitting: SittingDriver): Promise<CommandAnswer> => {
  const begun = await sitting.ask('face', { name: 'face-check.begin', consent: true });
  const view = begun.view.step;
  if (view?.kind !== 'face-check' || view.phase !== 'challenge') throw new Error('no challenge');
  const frames = (['front', ...view.challenges] as const).map((pose, n) => ({ pose, keys: [stillKey(n)] }));
  return sitting.ask('face', { name: 'face-check.submit', nonce: view.nonce, frames });
};

const finish = {
  notice: (sitting: SittingDriver) => sitting.ask('notice', { name: 'notice.read' }),
  pledge: (sitting: SittingDriver) => {
    const { version, digest } = steps.pledge;
    return sitting.ask('pledge', { name: 'pledge.agree', version, digest });
  },
  devices: (sitting: SittingDriver) => sitting.ask('devices', { name: 'device-check.finish', report: ok }),
  face: (sitting: SittingDriver) => sitting.ask('face', { name: 'face-check.by-card' }),
  cameras: async (sitting: SittingDriver) => {
    await sitting.ask(null, { name: 'position-joined', position: 2, epoch: 1 });
    return sitting.ask('cameras', { name: 'cameras.finish' });
  },
} as const;

/** Takes the plain way through every step before `stop`; the face check by the ID card. */
export const walkTo = async (sitting: SittingDriver, stop: string): Promise<void> => {
  await sitting.checkIn();
  for (const { id } of sitting.input.flow.steps) {
    if (id === stop) return;
    await finish[id as keyof typeof finish](sitting);
  }
};
