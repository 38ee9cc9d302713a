import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalStorage } from './local';
import { newObjectKey } from './port';

describe('local storage', () => {
  let folder: string;
  const key = randomBytes(32);
  const picture = Buffer.from('a picture of somebody');
  const open = (...keys: [Buffer, ...Buffer[]]) => createLocalStorage({ folder, keys });
  const pathOf = (objectKey: string) => join(folder, objectKey.slice(0, 2), objectKey);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'storage-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('gives back what was stored, also to another process later', async () => {
    const objectKey = newObjectKey();
    await open(key).put(objectKey, picture);
    expect(await open(key).get(objectKey)).toEqual(picture);
    expect(await open(key).exists(objectKey)).toBe(true);
  });

  test('keeps an empty content apart from nothing', async () => {
    const [empty, absent] = [newObjectKey(), newObjectKey()];
    await open(key).put(empty, Buffer.alloc(0));
    expect(await open(key).get(empty)).toEqual(Buffer.alloc(0));
    expect(await open(key).get(absent)).toBeNull();
    expect(await open(key).exists(absent)).toBe(false);
  });

  test('writes nothing readable to the disk, and no draft stays behind', async () => {
    const objectKey = newObjectKey();
    await open(key).put(objectKey, picture);
    const file = await readFile(pathOf(objectKey));
    expect(file.includes(picture.subarray(0, 6))).toBe(false);
    expect(await readdir(join(folder, objectKey.slice(0, 2)))).toEqual([objectKey]);
  });

  test('says so when any byte of a file was changed', async () => {
    const objectKey = newObjectKey();
    await open(key).put(objectKey, picture);
    const whole = await readFile(pathOf(objectKey));
    for (let place = 0; place < whole.length; place += 1) {
      const changed = Buffer.from(whole);
      changed[place] = (changed[place] ?? 0) ^ 1;
      await writeFile(pathOf(objectKey), changed);
      await expect(open(key).get(objectKey)).rejects.toMatchObject({
        code: expect.stringMatching(/DAMAGED|UNKNOWN_KEY/),
      });
    }
  });

  test('says so when a file was cut short', async () => {
    const objectKey = newObjectKey();
    await open(key).put(objectKey, picture);
    const whole = await readFile(pathOf(objectKey));
    for (const length of [0, 3, 20, whole.length - 1]) {
      await writeFile(pathOf(objectKey), whole.subarray(0, length));
      await expect(open(key).get(objectKey)).rejects.toMatchObject({ code: 'DAMAGED' });
    }
  });

  test("does not give out a file that was put in another's place", async () => {
    const [mine, another] = [newObjectKey(), newObjectKey()];
    await open(key).put(mine, picture);
    await open(key).put(another, Buffer.from('another picture'));
    await rename(pathOf(another), pathOf(mine));
    await expect(open(key).get(mine)).rejects.toMatchObject({ code: 'DAMAGED' });
  });

  test('names a missing encryption key, and reads on after a change of keys', async () => {
    const objectKey = newObjectKey();
    await open(key).put(objectKey, picture);
    const newer = randomBytes(32);
    await expect(open(newer).get(objectKey)).rejects.toMatchObject({ code: 'UNKNOWN_KEY' });
    expect(await open(newer, key).get(objectKey)).toEqual(picture);
  });

  test('replaces a content as a whole, and deletes twice without an error', async () => {
    const objectKey = newObjectKey();
    await open(key).put(objectKey, picture);
    await open(key).put(objectKey, Buffer.from('new'));
    expect(await open(key).get(objectKey)).toEqual(Buffer.from('new'));
    await open(key).delete(objectKey);
    await open(key).delete(objectKey);
    expect(await open(key).get(objectKey)).toBeNull();
  });

  test.each(['../../../etc/passwd', 'short', `${'a'.repeat(20)}/x`, `${'a'.repeat(81)}`])(
    'refuses the key %s',
    async (bad) => {
      await expect(open(key).get(bad)).rejects.toMatchObject({ code: 'BAD_KEY' });
      await expect(open(key).put(bad, picture)).rejects.toMatchObject({ code: 'BAD_KEY' });
    },
  );
});
