import type { No, Result } from '../../../api/result';
import { AttemptFrames, UploadRefused } from './frames';

const picture = (name: string) => new Blob([name], { type: 'image/jpeg' });
const no = (refused: No['refused']): Result<{ key: string }> => ({
  ok: false,
  no: { refused } as No,
  requestId: null,
});

function framesOf(answers: (Result<{ key: string }> | null)[] = []) {
  const control = new AbortController();
  let made = 0;
  const frames = new AttemptFrames({
    upload: async () => answers.shift() ?? { ok: true, value: { key: `key-${(made += 1)}` } },
    wait: async () => undefined,
    signal: control.signal,
  });
  return { frames, control };
}

describe('the pictures of an attempt', () => {
  it('are named by movement, in the order taken', async () => {
    const { frames } = framesOf();
    frames.add('front', picture('a'));
    frames.add('front', picture('b'));
    frames.add('open-mouth', picture('c'));
    expect(await frames.all()).toEqual([
      { pose: 'front', keys: ['key-1', 'key-2'] },
      { pose: 'open-mouth', keys: ['key-3'] },
    ]);
  });

  it('are brought again after silence', async () => {
    const { frames } = framesOf([no('OFFLINE'), no('UNAVAILABLE'), no('SLOW_DOWN')]);
    frames.add('front', picture('a'));
    expect(await frames.all()).toEqual([{ pose: 'front', keys: ['key-1'] }]);
  });

  it('say by name when one is not taken', async () => {
    const { frames } = framesOf([no('TOO_LARGE')]);
    frames.add('front', picture('a'));
    await expect(frames.all()).rejects.toBeInstanceOf(UploadRefused);
  });

  it('are given up with the attempt', async () => {
    const { frames, control } = framesOf([no('OFFLINE')]);
    control.abort();
    frames.add('front', picture('a'));
    expect(await frames.all()).toBeNull();
  });
});
