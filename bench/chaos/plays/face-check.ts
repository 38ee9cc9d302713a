import { uploadStill } from '#contract/sitting';
import type { CandidateView } from '#protocol/views.schema';
import { photo, shots } from '../../../activities/vision/test/attempts';
import { PERSON } from '../hall';
import { inTurn, leaveBy, type Play, type Scene } from './play';

/** The models are heavy: one guest in so many shows his face, the others their card. */
const ONE_IN = 8;

type Challenge = Extract<NonNullable<CandidateView['step']>, { phase: 'challenge' }>;

const begin = ({ seat }: Scene<'face-check'>) => seat.command({ name: 'face-check.begin', consent: true });
const byCard = ({ seat }: Scene<'face-check'>) => seat.command({ name: 'face-check.by-card' });

async function upload({ seat }: Scene<'face-check'>, picture: Buffer): Promise<string> {
  const body = new Blob([new Uint8Array(picture)], { type: 'image/jpeg' });
  for (;;) {
    const stored = await seat.caller.call(uploadStill, { body });
    if (stored.ok) return stored.value.key;
    if (stored.no.refused !== 'OFFLINE' && stored.no.refused !== 'UNAVAILABLE')
      throw new Error(`a still was refused: ${stored.no.refused}`);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

async function show(scene: Scene<'face-check'>, { nonce, challenges }: Challenge): Promise<void> {
  const frames = [];
  for (const pose of ['front', ...challenges] as const) {
    const pictures = await shots(await photo(`${PERSON}/${pose}`));
    const keys = await Promise.all(pictures.map((picture) => upload(scene, picture)));
    frames.push({ pose, keys });
  }
  await scene.seat.command({ name: 'face-check.submit', nonce, frames });
}

/** A long outage uses up the time of a challenge: that costs no attempt, and he shows his card then. */
async function showFace(scene: Scene<'face-check'>): Promise<void> {
  const { step } = await begin(scene);
  if (step?.kind !== 'face-check' || step.phase !== 'challenge') return;
  if (Date.now() < step.deadlineAt - 30_000) await show(scene, step).catch(() => undefined);
  const { step: after } = await scene.seat.until(
    'a verdict',
    ({ step: now }) => now?.kind !== 'face-check' || now.phase !== 'comparing',
  );
  if (after?.kind === 'face-check') await byCard(scene);
}

export const faceCheck: Play<'face-check'> = {
  each: 2,
  roomMayPause: true,
  storm: (scene) => [
    scene.index % ONE_IN === 0
      ? showFace(scene)
      : inTurn(
          () => begin(scene),
          () => byCard(scene),
        ),
  ],
  leave: leaveBy(byCard),
};
