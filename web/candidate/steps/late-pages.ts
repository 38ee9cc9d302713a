import { lazyPage } from '../parts/lazy-page';

const checks = () => import('./checks');
const room = () => import('./room');

const deviceCheck = lazyPage(async () => (await checks()).DeviceCheckScreen);
const faceCheck = lazyPage(async () => (await checks()).FaceCheckScreen);
const cameras = lazyPage(async () => (await checks()).CamerasScreen);
const waiting = lazyPage(async () => (await room()).WaitingScreen);
const interview = lazyPage(async () => (await room()).InterviewScreen);
const receipt = lazyPage(async () => (await room()).ReceiptPage);

export const latePages = {
  deviceCheck: deviceCheck.Page,
  faceCheck: faceCheck.Page,
  cameras: cameras.Page,
  waiting: waiting.Page,
  interview: interview.Page,
  receipt: receipt.Page,
} as const;

/** Both parcels come while the candidate still reads: an exam must not wait for code. */
export function preloadLatePages(): void {
  deviceCheck.preload();
  waiting.preload();
}
