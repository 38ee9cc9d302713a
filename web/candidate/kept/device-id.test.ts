import { deviceIdIn } from './device-id';

function storage(): Storage {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  };
  return store as unknown as Storage;
}

describe('the id of a device', () => {
  it('is the same in every tab', () => {
    const shared = storage();
    expect(deviceIdIn(() => shared)).toBe(deviceIdIn(() => shared));
  });
  it('replaces what is no id', () => {
    const shared = storage();
    shared.setItem('examhall.device', 'rubbish');
    expect(deviceIdIn(() => shared)).toMatch(/^[0-9A-Z]{26}$/);
  });
  it('is still given where storage is refused', () => {
    const refusing = (): Storage => {
      throw new Error('refused');
    };
    expect(deviceIdIn(refusing)).toMatch(/^[0-9A-Z]{26}$/);
  });
});
