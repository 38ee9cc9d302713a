import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalStorage } from '#models/storage/local';
import { newObjectKey } from '#models/storage/port';
import { createTemporalClient, openStorage } from './connect';
import { readEnv } from './env';

const key = () => randomBytes(32).toString('base64');
const envOf = (given: Record<string, string>) =>
  readEnv({
    ...{
      DATABASE_URL: 'mysql://x',
      REDIS_URL: 'redis://x',
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      STORAGE_DIR: 'x',
    },
    ...{ PUBLIC_URL: 'http://hall.example', SIGNING_KEY: key(), PAYLOAD_KEY: key(), STORAGE_KEY: key() },
    ...given,
  });

describe('after a change of keys', () => {
  it('what workflows answered before is still read', async () => {
    const old = key();
    const codecOf = (given: Record<string, string>) => {
      const [codec] = createTemporalClient(envOf(given)).client.options.loadedDataConverter.payloadCodecs;
      if (!codec) throw new Error('no codec');
      return codec;
    };
    const payload = { data: new Uint8Array(Buffer.from('an answer')) };
    const sealed = await codecOf({ PAYLOAD_KEY: old }).encode([payload]);
    const [opened] = await codecOf({ PAYLOAD_OLD_KEYS: `${key()},${old}` }).decode(sealed);
    expect(Buffer.from(opened?.data ?? []).toString()).toBe('an answer');
    await expect(codecOf({}).decode(sealed)).rejects.toMatchObject({ code: 'UNKNOWN_KEY' });
  });

  it('files stored before are still read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'examhall-keys-'));
    const old = key();
    const name = newObjectKey();
    try {
      const before = createLocalStorage({ folder, keys: [Buffer.from(old, 'base64')] });
      await before.put(name, Buffer.from('a card'));
      const now = openStorage(envOf({ STORAGE_DIR: folder, STORAGE_OLD_KEYS: old }));
      expect((await now.get(name))?.toString()).toBe('a card');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
