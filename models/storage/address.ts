import { createHmac, timingSafeEqual } from 'node:crypto';

/** What makes the address of a stored object good until a moment; goes into its query. */
export interface AddressSeal {
  /** Epoch-ms. */
  readonly until: number;
  readonly seal: string;
}

const sealOf = (objectKey: string, until: number, secret: Buffer) =>
  createHmac('sha256', secret).update(`stored object\n${objectKey}\n${until}`).digest();

/** Lets whoever holds the address read this object until `until`, and no other. */
export const signAddress = (objectKey: string, until: number, secret: Buffer): AddressSeal => ({
  until,
  seal: sealOf(objectKey, until, secret).toString('base64url'),
});

/** Judges an address as it came back; takes the same time whether or not the seal is nearly right. */
export const verifyAddress = (
  objectKey: string,
  given: AddressSeal,
  secret: Buffer,
  now: number,
): 'good' | 'expired' | 'forged' => {
  const expected = sealOf(objectKey, given.until, secret);
  const presented = Buffer.from(given.seal, 'base64url');
  if (presented.length !== expected.length || !timingSafeEqual(presented, expected)) return 'forged';
  return now < given.until ? 'good' : 'expired';
};
