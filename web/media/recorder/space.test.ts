import { bytesNeeded, judgeSpace, readSpace } from './space';

const need = { seconds: 180, bitsPerSecond: 800_000 };

describe('the room for a take', () => {
  it('is that of a whole take and some more', () =>
    expect(bytesNeeded(need)).toBe(27_000_000 + 50 * 1024 * 1024));
  it('is tight when what is free does not hold it', () => {
    expect(judgeSpace({ quota: 1e9, usage: 1e9 - bytesNeeded(need) + 1 }, need)).toBe('tight');
    expect(judgeSpace({ quota: 1e9, usage: 1e9 - bytesNeeded(need) }, need)).toBe('enough');
  });
  it('is unknown where the browser does not tell, or refuses to', async () => {
    expect(judgeSpace(null, need)).toBe('unknown');
    expect(await readSpace(undefined)).toBeNull();
    const refusing = { estimate: () => Promise.reject(new Error('no')) } as unknown as StorageManager;
    expect(await readSpace(refusing)).toBeNull();
  });
});
