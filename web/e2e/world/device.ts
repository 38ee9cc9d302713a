import { devices, type BrowserContext, type Page } from 'playwright-core';
import { setClockWrong } from './clocks';
import { installFakeCamera, type CameraRefusal } from './fake-camera';
import { photosOf } from './photos';
import type { World } from './world';

export interface DeviceOptions {
  readonly kind: 'pc' | 'phone';
  /** Folder of `activities/vision/test/photos`. */
  readonly person: string;
  readonly mark: string;
  readonly tone: number;
  readonly language?: 'zh' | 'en';
  /** How far this device's own clock is ahead of the right time. */
  readonly clockAheadMs?: number;
  /** The browser's zoom: the same screen holds half as much at 2. */
  readonly zoom?: number;
  /** A window of its own size: a small one costs a busy machine less. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** What its camera says no with from the beginning. */
  readonly refusal?: CameraRefusal;
}

/** Also for what takes no time on a quiet machine. */
const PATIENT_MS = 60_000;

/** One device of one person: its own browser context, camera and microphone. */
export interface Device {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Another tab of the same browser. */
  tab(): Promise<Page>;
  close(): Promise<void>;
}

const PC_SCREEN = { width: 1440, height: 900 };
const pcAt = (zoom: number) => ({
  viewport: { width: PC_SCREEN.width / zoom, height: PC_SCREEN.height / zoom },
  deviceScaleFactor: zoom,
});
const PHONE = {
  ...devices['Pixel 7'],
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};

export async function openDevice(world: World, options: DeviceOptions): Promise<Device> {
  const profile = options.kind === 'pc' ? pcAt(options.zoom ?? 1) : PHONE;
  const locale = options.language === 'en' ? 'en-GB' : 'zh-CN';
  const { viewport = profile.viewport } = options;
  const context = await world.browser.newContext({ ...profile, viewport, locale, baseURL: world.url });
  context.setDefaultTimeout(PATIENT_MS);
  await context.grantPermissions(['camera', 'microphone'], { origin: world.url });
  const { mark, tone, person, refusal = null } = options;
  const photos = photosOf(person);
  await context.addInitScript(installFakeCamera, { photos, pose: 'front', mark, tone, refusal });
  if (options.clockAheadMs) await context.addInitScript(setClockWrong, options.clockAheadMs);
  const page = await context.newPage();
  return { context, page, tab: () => context.newPage(), close: () => context.close() };
}
