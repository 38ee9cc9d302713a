import type { PositionPresence } from '#protocol/live.schema';
import { secondStateOf } from './second-state';

const presence = (
  state: PositionPresence['state'],
  device: Partial<PositionPresence['device']> = {},
): PositionPresence => ({
  state,
  lastSeenAt: 1,
  device: {
    camera: 'live',
    microphone: 'off',
    bell: false,
    visible: true,
    battery: null,
    rttMs: null,
    ...device,
  },
});

describe('2.1.7 the second camera', () => {
  it.each([
    ['never', 'off', true],
    ['live', 'live', false],
    ['amber', 'reconnecting', false],
    ['lost', 'lost', true],
    ['locked', 'away', true],
    ['left', 'off', true],
  ] as const)('%s shows %s', (state, picture, pairAgain) =>
    expect(secondStateOf(presence(state))).toMatchObject({ word: state, picture, pairAgain }),
  );
  it('is not there before anything was heard of it', () => expect(secondStateOf(null).word).toBe('never'));
  it('says when a phone lives but shows nothing', () => {
    expect(secondStateOf(presence('live', { camera: 'covered' })).word).toBe('covered');
    expect(secondStateOf(presence('live', { camera: 'denied' }))).toMatchObject({
      word: 'no-picture',
      row: 'warn',
    });
  });
  it('asks for a charger below 35 %', () => {
    expect(secondStateOf(presence('live', { battery: 0.31 }))).toMatchObject({
      word: 'battery',
      battery: 31,
    });
    expect(secondStateOf(presence('live', { battery: 0.8 })).word).toBe('live');
  });
});
