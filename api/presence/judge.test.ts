import { PRESENCE } from '#protocol/presence';
import type { DeviceState } from '#protocol/live.schema';
import { positionPresence, signatureOf, stateOf } from './judge';

const device: DeviceState = {
  camera: 'live',
  microphone: 'live',
  bell: true,
  visible: true,
  battery: 0.52,
  rttMs: 40,
};
const record = (given: Partial<{ left: boolean; visible: boolean }> = {}) => ({
  epoch: 1,
  at: 1_000_000,
  left: given.left ?? false,
  device: { ...device, visible: given.visible ?? true },
});
const after = (ms: number) => 1_000_000 + ms;

describe('the state of a device', () => {
  it.each([
    ['live', 0],
    ['live', 4_999],
    ['amber', 5_000],
    ['amber', 14_999],
    ['lost', 15_000],
    ['lost', 3_600_000],
  ] as const)('is %s %i ms after its last sign of life', (state, ms) => {
    expect(stateOf(record(), after(ms))).toBe(state);
  });

  it('is never before the first report', () => expect(stateOf(null, after(0))).toBe('never'));

  it.each([5_000, 15_000])('is locked, not lost, when the page said that it was hidden (%i ms)', (ms) => {
    expect(stateOf(record({ visible: false }), after(ms))).toBe('locked');
  });

  it('is live while a hidden page still reports', () => {
    expect(stateOf(record({ visible: false }), after(1_000))).toBe('live');
  });

  it('is left as soon as the page says so, however long it is silent', () => {
    expect(stateOf(record({ left: true }), after(0))).toBe('left');
    expect(stateOf(record({ left: true }), after(60_000))).toBe('left');
  });

  it('survives one beat that comes a little late', () => {
    expect(stateOf(record(), after(PRESENCE.beatMs + 900))).toBe('live');
  });
});

describe('the signature of a device', () => {
  const signature = (state: Partial<DeviceState>, ms = 0) =>
    signatureOf(positionPresence({ ...record(), device: { ...device, ...state } }, after(ms)));

  it('stays the same over even beats', () => {
    expect(signature({ rttMs: 41, battery: 0.53 }, 2_000)).toBe(signature({}, 0));
  });

  it.each([
    ['camera', { camera: 'covered' }],
    ['microphone', { microphone: 'muted' }],
    ['bell', { bell: false }],
    ['page', { visible: false }],
    ['battery', { battery: 0.2 }],
  ] as const)('changes with the %s', (_, state) => {
    expect(signature(state)).not.toBe(signature({}));
  });
});
