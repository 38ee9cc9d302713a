import type { Challenge, FacePose } from '#protocol/face';
import { poseShown, stepShown } from './challenge';

const LIMITS = {
  frontYaw: 15,
  photoYaw: 25,
  turnYaw: 18,
  turnYawMax: 45,
  turnBy: 12,
  mouthOpen: 0.4,
  mouthOpenBy: 0.12,
  stillYaw: 6,
  stillMouth: 0.12,
};
const shown = (yaw: number, mouthOpen: number, front = { yaw: 0, mouthOpen: 0 }) =>
  poseShown({ yaw, mouthOpen }, front, LIMITS);

describe('the pose of a head', () => {
  it.each([
    [0, 0, 'front'],
    [25, 0, 'turn-left'],
    [-25, 0, 'turn-right'],
    [0, 0.5, 'open-mouth'],
    [25, 0.5, 'turn-left'],
    [16, 0, null],
    [-17, 0.1, null],
  ] as const)('is told from a turn of %s degrees and a gap of %s', (yaw, mouthOpen, pose) => {
    expect(shown(yaw, mouthOpen)).toBe(pose);
  });

  it('is compared with how the head was held in front', () => {
    expect(shown(20, 0, { yaw: 10, mouthOpen: 0 })).toBeNull();
    expect(shown(24, 0, { yaw: 10, mouthOpen: 0 })).toBe('turn-left');
    expect(shown(0, 0.42, { yaw: 0, mouthOpen: 0.35 })).toBe('front');
  });
});

describe('the pictures of a step', () => {
  const step = (frames: readonly (FacePose | null)[], before: Challenge | null = null) =>
    stepShown(frames, { asked: 'turn-left', before, elsewhere: ['open-mouth'] });

  it.each([
    ['the movement, come to and held', ['front', null, 'turn-left', 'turn-left'], 'done'],
    ['the movement, gone back from', ['turn-left', null, 'front'], 'done'],
    ['no movement', ['front', 'front'], 'missed'],
    ['no picture to go by', [], 'missed'],
    ['the opposite turn first', ['turn-right', 'turn-left'], 'out-of-order'],
    ['a movement asked for elsewhere', ['open-mouth', 'turn-left'], 'out-of-order'],
  ] as const)('show %s', (_story, frames, verdict) => {
    expect(step(frames)).toBe(verdict);
  });

  it('may begin with the movement before, but not return to it', () => {
    expect(step(['open-mouth', 'front', 'turn-left'], 'open-mouth')).toBe('done');
    expect(step(['turn-left', 'open-mouth'], 'open-mouth')).toBe('out-of-order');
    expect(step(['open-mouth'], 'open-mouth')).toBe('missed');
  });

  it('may show a movement that nobody asked for', () => {
    expect(stepShown(['open-mouth', 'turn-left'], { asked: 'turn-left', before: null, elsewhere: [] })).toBe(
      'done',
    );
  });
});
