import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { AesPayloadCodec, PayloadUnreadable } from './payload-codec';

const old = randomBytes(32);
const now = randomBytes(32);
const codec = new AesPayloadCodec({ active: '2026', keys: { 2025: old, 2026: now } });
const secret = { sittingId: '01J0000000000000000000TEST', keys: ['a-still', '照片'] };
const payload = defaultPayloadConverter.toPayload(secret);
const read = (each: Payload | undefined) => each && defaultPayloadConverter.fromPayload(each);
const sealedWith = async (by: AesPayloadCodec) => (await by.encode([payload]))[0] as Payload;
const tampered = (sealed: Payload): Payload => {
  const data = Buffer.from(sealed.data ?? []);
  data.writeUInt8(data.readUInt8(data.length - 1) ^ 1, data.length - 1);
  return { ...sealed, data };
};

describe('payload codec', () => {
  it('gives back what it took, metadata and all', async () => {
    const [opened] = await codec.decode([await sealedWith(codec)]);
    expect(read(opened)).toEqual(secret);
    expect(opened?.metadata).toEqual(payload.metadata);
  });

  it('shows nothing but the key id', async () => {
    const sealed = await sealedWith(codec);
    expect(Object.keys(sealed.metadata ?? {}).sort()).toEqual(['encoding', 'encryption-key-id']);
    expect(Buffer.from(sealed.data ?? []).includes('a-still')).toBe(false);
    expect(Buffer.from(sealed.data ?? []).includes('json/plain')).toBe(false);
  });

  it('never writes the same payload twice alike', async () => {
    expect(await sealedWith(codec)).not.toEqual(await sealedWith(codec));
  });

  it('reads what an earlier key wrote', async () => {
    const before = new AesPayloadCodec({ active: '2025', keys: { 2025: old } });
    expect(read((await codec.decode([await sealedWith(before)]))[0])).toEqual(secret);
  });

  it('refuses a key it does not have', async () => {
    const other = new AesPayloadCodec({ active: '2027', keys: { 2027: randomBytes(32) } });
    const sealed = await sealedWith(other);
    await expect(codec.decode([sealed])).rejects.toMatchObject({ code: 'UNKNOWN_KEY' });
  });

  it('refuses a changed byte and another key under the same id', async () => {
    const sealed = await sealedWith(codec);
    await expect(codec.decode([tampered(sealed)])).rejects.toBeInstanceOf(PayloadUnreadable);
    const thief = new AesPayloadCodec({ active: '2026', keys: { 2026: randomBytes(32) } });
    await expect(thief.decode([sealed])).rejects.toMatchObject({ code: 'TAMPERED' });
  });

  it('passes what was never encrypted', async () => {
    expect(await codec.decode([payload])).toEqual([payload]);
  });

  it('does not begin with a short key or without its active one', () => {
    expect(() => new AesPayloadCodec({ active: 'a', keys: { a: randomBytes(16) } })).toThrow(RangeError);
    expect(() => new AesPayloadCodec({ active: 'a', keys: {} })).toThrow(PayloadUnreadable);
  });
});
