import { createQrScanner } from './qr-scanner';

const video = { videoWidth: 640, videoHeight: 480 } as HTMLVideoElement;

/** A page whose browser reads codes by itself; its first looks see none. */
function pageThatReads(text: string, blindLooks: number, formats: readonly string[] = ['qr_code']) {
  const looks = { count: 0 };
  class BarcodeDetector {
    static getSupportedFormats = (): Promise<readonly string[]> => Promise.resolve(formats);
    detect(): Promise<readonly { readonly rawValue: string }[]> {
      looks.count += 1;
      return Promise.resolve(looks.count > blindLooks ? [{ rawValue: text }] : []);
    }
  }
  return { page: { BarcodeDetector }, looks };
}

describe('the scanner of the page', () => {
  it('uses the browser’s own reader, and looks until it sees a code', async () => {
    const { page, looks } = pageThatReads('https://exam.example/pair/abc', 2);
    const found = await createQrScanner(page).scan(video, new AbortController().signal);
    expect(found).toBe('https://exam.example/pair/abc');
    expect(looks.count).toBe(3);
  });

  it('ends without a code when it is not wanted any more', async () => {
    const { page } = pageThatReads('never', Infinity);
    const control = new AbortController();
    const scan = createQrScanner(page).scan(video, control.signal);
    control.abort();
    expect(await scan).toBeNull();
  });

  it('does not look before the camera shows something', async () => {
    const { page, looks } = pageThatReads('early', 0);
    const control = new AbortController();
    const scan = createQrScanner(page).scan({ ...video, videoWidth: 0 }, control.signal);
    await new Promise((resolve) => setTimeout(resolve, 200));
    control.abort();
    expect(await scan).toBeNull();
    expect(looks.count).toBe(0);
  });
});
