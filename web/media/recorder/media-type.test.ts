import { chooseType, isSafari } from './media-type';

const chrome =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const safari =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Safari/605.1.15';
const chromeOnIphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

describe('what a browser records in', () => {
  it('is mp4 on every engine of Safari, and only there', () => {
    expect([safari, chromeOnIphone].map(isSafari)).toEqual([true, true]);
    expect([chrome, firefox].map(isSafari)).toEqual([false, false]);
    expect(chooseType(safari, () => true)?.type).toBe('video/mp4');
    expect(chooseType(chrome, () => true)).toEqual({
      mimeType: 'video/webm;codecs=vp8,opus',
      type: 'video/webm',
    });
  });
  it('is the other one where the usual one is not there', () => {
    expect(chooseType(safari, (type) => type === 'video/webm')?.type).toBe('video/webm');
    expect(chooseType(firefox, (type) => type === 'video/mp4')?.type).toBe('video/mp4');
  });
  it('is nothing where neither is', () => expect(chooseType(chrome, () => false)).toBeNull());
});
