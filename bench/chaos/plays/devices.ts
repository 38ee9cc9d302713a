import { setTimeout as wait } from 'node:timers/promises';
import { ulid } from 'ulid';
import { offerPairing, spendPairing } from '#contract/pairing';
import { createCaller } from '../caller';
import { everyOther, inTurn, leaveBy, type Play, type Scene } from './play';

const fine = { camera: 'ok', microphone: 'ok', bell: 'ok' };
const mute = { ...fine, microphone: 'silent' };
const REASON = '麦克风坏了，候考老师已核对';

const finish = ({ seat }: Scene<'device-check'>) =>
  seat.command({ name: 'device-check.finish', report: fine });

/** Every other guest's microphone is waived by the desk while he reports. */
export const deviceCheck: Play<'device-check'> = {
  each: 4,
  roomMayPause: true,
  storm(scene) {
    const { seat, desk, step } = scene;
    const report = () => seat.command({ name: 'device-check.report', report: mute });
    if (!everyOther(scene) || !step.require.includes('microphone'))
      return [inTurn(report, report, report, () => finish(scene))];
    const waived = desk.order(seat.place.sittingId, {
      ...{ kind: 'waive', step: step.id, requirement: 'microphone' },
      reason: REASON,
    });
    const withoutOne = () => seat.command({ name: 'device-check.finish', report: mute });
    return [waived, inTurn(report, report, () => waived, withoutOne)];
  },
  leave: leaveBy(finish),
};

/** A link is spent once; where the answer to that was lost, there is a fresh one. */
async function pair({ seat }: Scene<'cameras'>): Promise<void> {
  const phone = createCaller(seat.caller.url);
  const deviceId = ulid();
  for (;;) {
    const { url } = await seat.caller.must(offerPairing, { body: { epoch: seat.epoch } });
    const token = new URL(url).pathname.split('/').at(-1) ?? '';
    if ((await phone.call(spendPairing, { body: { token, deviceId } })).ok) break;
    await wait(1_000);
  }
  await seat.until('the second device', ({ positions }) => positions[2] !== null);
}

const goOn = ({ seat }: Scene<'cameras'>) => seat.command({ name: 'cameras.finish' });

/** Every other guest has no second device: the desk lets him go on without. */
export const cameras: Play<'cameras'> = {
  each: 2,
  roomMayPause: true,
  prepare: async (scene) => (everyOther(scene) ? undefined : pair(scene)),
  storm(scene) {
    const { seat, desk, step } = scene;
    if (!everyOther(scene)) return [inTurn(() => goOn(scene))];
    const order = { kind: 'waive', step: step.id, requirement: 'second-camera', reason: REASON } as const;
    return [
      inTurn(
        () => desk.order(seat.place.sittingId, order),
        () => goOn(scene),
      ),
    ];
  },
  leave: leaveBy(async (scene) => {
    if (scene.seat.view()?.positions[2] === null) await pair(scene);
    await goOn(scene);
  }),
};
