import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import {
  METADATA_ENCODING_KEY,
  type DataConverter,
  type Payload,
  type PayloadCodec,
} from '@temporalio/common';

const ENCODING = 'binary/aes-256-gcm';
const KEY_ID = 'encryption-key-id';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const bytes = (words: string): Uint8Array => new Uint8Array(Buffer.from(words));

/** Keys by id, 32 bytes each; `active` names the one that encrypts, the others still decrypt. */
export interface CodecKeys {
  readonly active: string;
  readonly keys: Readonly<Record<string, Buffer>>;
}

/** A payload that cannot be read: a key that is not here, or bytes that were changed. */
export class PayloadUnreadable extends Error {
  constructor(readonly code: 'UNKNOWN_KEY' | 'TAMPERED') {
    super(code);
  }
}

/**
 * AES-256-GCM over whole payloads, their metadata included, with the key's id beside them in clear.
 * Names, ids and failure types stay in clear in Temporal: they are constants or opaque.
 */
export class AesPayloadCodec implements PayloadCodec {
  private readonly active: Buffer;

  constructor(private readonly keys: CodecKeys) {
    for (const key of Object.values(keys.keys)) {
      if (key.length !== 32) throw new RangeError('a key of AES-256 has 32 bytes');
    }
    this.active = this.keyOf(keys.active);
  }

  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => this.encrypt(payload));
  }

  /** What was written before there was a key, or by the server itself, goes through as it is. */
  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) =>
      metadataOf(payload, METADATA_ENCODING_KEY) === ENCODING ? this.decrypt(payload) : payload,
    );
  }

  private encrypt(payload: Payload): Payload {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.active, nonce).setAAD(bytes(this.keys.active));
    const sealed = Buffer.concat([cipher.update(packed(payload)), cipher.final()]);
    return {
      metadata: { [METADATA_ENCODING_KEY]: bytes(ENCODING), [KEY_ID]: bytes(this.keys.active) },
      data: Buffer.concat([nonce, cipher.getAuthTag(), sealed]),
    };
  }

  private decrypt(payload: Payload): Payload {
    const id = metadataOf(payload, KEY_ID) ?? '';
    const sealed = Buffer.from(payload.data ?? []);
    const key = this.keyOf(id);
    try {
      const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES)).setAAD(bytes(id));
      cipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const opened = cipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
      return unpacked(Buffer.concat([opened, cipher.final()]));
    } catch {
      throw new PayloadUnreadable('TAMPERED');
    }
  }

  private keyOf(id: string): Buffer {
    const key = Object.hasOwn(this.keys.keys, id) ? this.keys.keys[id] : undefined;
    if (!key) throw new PayloadUnreadable('UNKNOWN_KEY');
    return key;
  }
}

/** Client and worker take the same: payloads by the codec, failures' messages and stacks as payloads too. */
export const encryptedDataConverter = (keys: CodecKeys): DataConverter => ({
  payloadCodecs: [new AesPayloadCodec(keys)],
  failureConverterPath: require.resolve('../workflows/failure-converter'),
});

const metadataOf = (payload: Payload, name: string): string | undefined => {
  const value = payload.metadata?.[name];
  return value && Buffer.from(value).toString();
};

/** Four bytes of length, the metadata as JSON, the bytes themselves. */
const packed = ({ metadata, data }: Payload): Buffer => {
  const named = Object.entries(metadata ?? {}).map(([name, value]) => [
    name,
    Buffer.from(value).toString('base64'),
  ]);
  const head = Buffer.from(JSON.stringify(Object.fromEntries(named)));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, Buffer.from(data ?? [])]);
};

const unpacked = (buffer: Buffer): Payload => {
  const end = 4 + buffer.readUInt32BE(0);
  const named: Record<string, string> = JSON.parse(buffer.toString('utf8', 4, end));
  const metadata = Object.fromEntries(
    Object.entries(named).map(([name, value]) => [name, new Uint8Array(Buffer.from(value, 'base64'))]),
  );
  return { metadata, data: new Uint8Array(buffer.subarray(end)) };
};
