import { BLACK_LOOKS, judge, SILENT_MS, TAP_AFTER_MS, type OwnerFacts } from './camera-state';

const running = { ended: false, muted: false };
const fine: OwnerFacts = {
  asked: { camera: true, microphone: true },
  camera: running,
  microphone: running,
  requestFaults: [],
  facing: { wanted: 'user', got: 'user', choice: true },
  blackLooks: 0,
  light: 'good',
  silentForMs: 0,
  goneForMs: 0,
};

describe('the state of the camera', () => {
  it('is live without faults on a good day', () =>
    expect(judge(fine)).toMatchObject({ status: 'live', camera: 'live', microphone: 'live', faults: [] }));

  it('is denied where the reader said no', () =>
    expect(
      judge({
        ...fine,
        camera: null,
        microphone: null,
        requestFaults: ['permission-blocked', 'permission-blocked'],
      }),
    ).toMatchObject({
      status: 'failed',
      camera: 'denied',
      microphone: 'denied',
      faults: ['permission-blocked'],
    }));

  it('is live with a named fault where only the microphone is missing', () =>
    expect(judge({ ...fine, microphone: null, requestFaults: ['no-microphone'] })).toMatchObject({
      status: 'live',
      microphone: 'unknown',
      faults: ['no-microphone'],
    }));

  it('is covered after several black looks, not after one', () => {
    expect(judge({ ...fine, blackLooks: BLACK_LOOKS - 1 }).camera).toBe('live');
    expect(judge({ ...fine, blackLooks: BLACK_LOOKS })).toMatchObject({
      camera: 'covered',
      faults: ['black-frames'],
    });
  });

  it('is muted in a telephone call, and asks for a tap only when it does not come back by itself', () => {
    const called = { ...fine, camera: { ended: false, muted: true } };
    expect(judge({ ...called, goneForMs: TAP_AFTER_MS - 1 })).toMatchObject({
      status: 'interrupted',
      camera: 'muted',
      needsTap: false,
    });
    expect(judge({ ...called, goneForMs: TAP_AFTER_MS }).needsTap).toBe(true);
  });

  it('is ended when the device was unplugged', () =>
    expect(judge({ ...fine, camera: { ended: true, muted: false } })).toMatchObject({
      camera: 'ended',
      faults: ['camera-ended'],
    }));

  it('names the rear camera where the front one was wanted and there is another', () => {
    const rear = { wanted: 'user', got: 'environment', choice: true } as const;
    expect(judge({ ...fine, facing: rear }).faults).toEqual(['rear-camera']);
    expect(judge({ ...fine, facing: { ...rear, choice: false } }).faults).toEqual([]);
    expect(judge({ ...fine, facing: { ...rear, wanted: 'environment' } }).faults).toEqual([]);
  });

  it('names a microphone that hears nothing for a while', () => {
    expect(judge({ ...fine, silentForMs: SILENT_MS - 1 }).microphone).toBe('live');
    expect(judge({ ...fine, silentForMs: SILENT_MS }).faults).toEqual(['silent-microphone']);
  });

  it('is off where it was not asked for', () =>
    expect(judge({ ...fine, asked: { camera: true, microphone: false }, microphone: null })).toMatchObject({
      status: 'live',
      microphone: 'off',
      faults: [],
    }));
});
