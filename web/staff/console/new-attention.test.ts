import { consoleRow, here, never, queued } from '../test/console-row';
import { attentionKeys, hasNew, videoKeys } from './new-attention';

const fine = consoleRow('a', { step: queued });
const lost = consoleRow('a', { step: queued, presence: { 1: { ...never, state: 'lost' }, 2: here } });
const weak = consoleRow('a', { step: queued, presence: { 1: here, 2: { ...here, state: 'amber' } } });
const keys = (row: typeof fine, unread = 0) => attentionKeys([row], () => ({ unread, givesTime: false }));

describe('the staff chime', () => {
  it('is wanted when something new needs somebody, not while it lasts, nor when it is over', () => {
    expect(hasNew(keys(fine), keys(lost))).toBe(true);
    expect(hasNew(keys(lost), keys(lost))).toBe(false);
    expect(hasNew(keys(lost), keys(fine))).toBe(false);
  });
  it('is wanted for each further message', () => {
    expect(hasNew(keys(fine), keys(fine, 1))).toBe(true);
    expect(hasNew(keys(fine, 1), keys(fine, 2))).toBe(true);
  });
  it('is wanted when the video fails, once, and not when it works', () => {
    const fine = { provider: 'jitsi', alarm: null, since: null, people: 0, moved: null } as const;
    const silent = { ...fine, alarm: 'bridge', since: 7 } as const;
    const heard = (before: Parameters<typeof videoKeys>[0], now: typeof fine | typeof silent) =>
      hasNew(new Set(videoKeys(before)), new Set(videoKeys(now)));
    expect(heard(null, fine)).toBe(false);
    expect(heard(fine, silent)).toBe(true);
    expect(heard(silent, silent)).toBe(false);
    expect(heard(silent, fine)).toBe(false);
  });
  it('is not for a weak signal', () => expect(hasNew(keys(fine), keys(weak))).toBe(false));
});
