import { randomBytes } from 'node:crypto';
import { signAddress, verifyAddress } from './address';
import { newObjectKey } from './port';

describe('the address of a stored object', () => {
  const secret = randomBytes(32);
  const key = newObjectKey();
  const now = 1_795_500_000_000;
  const signed = signAddress(key, now + 60_000, secret);

  test('is good until its moment', () => {
    expect(verifyAddress(key, signed, secret, now)).toBe('good');
    expect(verifyAddress(key, signed, secret, now + 59_999)).toBe('good');
    expect(verifyAddress(key, signed, secret, now + 60_000)).toBe('expired');
  });

  test('cannot be made longer, moved to another object, or made without the secret', () => {
    expect(verifyAddress(key, { ...signed, until: signed.until + 1 }, secret, now)).toBe('forged');
    expect(verifyAddress(newObjectKey(), signed, secret, now)).toBe('forged');
    expect(verifyAddress(key, signed, randomBytes(32), now)).toBe('forged');
    expect(verifyAddress(key, { ...signed, seal: '' }, secret, now)).toBe('forged');
    expect(verifyAddress(key, { ...signed, until: Number.NaN }, secret, now)).toBe('forged');
  });
});
