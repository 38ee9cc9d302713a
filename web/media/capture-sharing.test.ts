import { canShareCapture } from './capture-sharing';

const mac =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.4 Safari/605.1.15';

describe('a camera shared between our page and a frame', () => {
  it('is impossible on iPhones and iPads, whatever the browser is called', () => {
    expect(
      canShareCapture({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4) CriOS/126', maxTouchPoints: 5 }),
    ).toBe(false);
    expect(canShareCapture({ userAgent: mac, maxTouchPoints: 5 })).toBe(false);
  });
  it('is possible on a Mac, a PC and Android', () => {
    expect(canShareCapture({ userAgent: mac, maxTouchPoints: 0 })).toBe(true);
    expect(canShareCapture({ userAgent: 'Mozilla/5.0 (Linux; Android 14)', maxTouchPoints: 5 })).toBe(true);
  });
});
