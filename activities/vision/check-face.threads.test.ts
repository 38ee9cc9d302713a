import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFaceChecker } from './check-face';
import { attempt, photo } from './test/attempts';

describe('the face checker in its threads', () => {
  it('answers several checks at a time, each its own, and leaves the caller free', async () => {
    const checker = await createFaceChecker({ threads: 2 });
    const honest = await attempt('hopper', ['turn-left']);
    const other = { ...honest, registered: await photo('collins/registered') };
    let ticks = 0;
    const clock = setInterval(() => ticks++, 20);
    const verdicts = await Promise.all([honest, other, honest, other].map((input) => checker.check(input)));
    clearInterval(clock);
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['pass', 'no-match', 'pass', 'no-match']);
    expect(ticks).toBeGreaterThan(5);
    await checker.close();
  });

  it('does not open with a manifest that is none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'models-'));
    await writeFile(join(folder, 'manifest.json'), '{"version":"1"}');
    await expect(
      createFaceChecker({ manifest: join(folder, 'manifest.json'), threads: 1 }),
    ).rejects.toThrow();
    await rm(folder, { recursive: true });
  });

  it('fails what is under way when it is closed, and takes no more', async () => {
    const checker = await createFaceChecker({ threads: 1 });
    const inputs = [await attempt('hopper', ['turn-left']), await attempt('hopper', ['turn-left'])];
    const outcomes = Promise.allSettled(inputs.map((input) => checker.check(input)));
    await checker.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(checker.inspectPhoto(await photo('hopper/registered'))).rejects.toThrow('closed');
  });
});
