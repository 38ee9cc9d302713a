import { nameFault, type Attempt } from './faults';

const attempt = (name: string, more: Partial<Attempt> = {}): Attempt => ({
  wanted: 'camera',
  name,
  message: '',
  permission: null,
  ...more,
});

describe('what kept the camera away', () => {
  it('is a refusal that may be asked again where the browser remembers nothing', () => {
    expect(nameFault(attempt('NotAllowedError', { permission: 'prompt' }))).toBe('permission-denied');
    expect(nameFault(attempt('NotAllowedError'))).toBe('permission-denied');
  });
  it('is a block where the browser remembers the no', () =>
    expect(nameFault(attempt('NotAllowedError', { permission: 'denied' }))).toBe('permission-blocked'));
  it('is the system where the system says so', () =>
    expect(
      nameFault(
        attempt('NotAllowedError', { message: 'Permission denied by system', permission: 'granted' }),
      ),
    ).toBe('permission-system'));
  it.each(['NotReadableError', 'TrackStartError', 'AbortError'])('%s is another program', (name) => {
    expect(nameFault(attempt(name))).toBe('camera-busy');
    expect(nameFault(attempt(name, { wanted: 'microphone' }))).toBe('microphone-busy');
  });
  it('is the device that is missing, by its kind', () => {
    expect(nameFault(attempt('NotFoundError'))).toBe('no-camera');
    expect(nameFault(attempt('NotFoundError', { wanted: 'microphone' }))).toBe('no-microphone');
  });
  it('stays unknown rather than guessed', () =>
    expect(nameFault(attempt('TypeError'))).toBe('unknown-fault'));
});
