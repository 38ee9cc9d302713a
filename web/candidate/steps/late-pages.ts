import { fetchStage } from '../../media/video/fetch-stage';
import { moreTexts } from '../../i18n/start-texts';
import { wordedPage } from '../parts/lazy-page';

const checks = () => import('./checks');
const room = () => import('./room');

const deviceCheck = wordedPage(async () => (await checks()).DeviceCheckScreen);
const faceCheck = wordedPage(async () => (await checks()).FaceCheckScreen);
const cameras = wordedPage(async () => (await checks()).CamerasScreen);
const waiting = wordedPage(async () => (await room()).WaitingScreen);
const interview = wordedPage(async () => (await room()).InterviewScreen);
const paper = wordedPage(async () => {
  const [{ PaperScreen }] = await Promise.all([import('./paper/PaperScreen'), moreTexts('paper')]);
  return PaperScreen;
});
const recording = wordedPage(async () => {
  const [{ RecordingScreen }] = await Promise.all([
    import('./recording/RecordingScreen'),
    moreTexts('recording'),
  ]);
  return RecordingScreen;
});
const proctored = wordedPage(async () => {
  const [{ ProctoredScreen }] = await Promise.all([
    import('./proctored/ProctoredScreen'),
    moreTexts('proctored'),
  ]);
  return ProctoredScreen;
});
const receipt = wordedPage(async () => (await room()).ReceiptPage);

export const latePages = {
  deviceCheck: deviceCheck.Page,
  faceCheck: faceCheck.Page,
  cameras: cameras.Page,
  waiting: waiting.Page,
  interview: interview.Page,
  paper: paper.Page,
  recording: recording.Page,
  proctored: proctored.Page,
  receipt: receipt.Page,
} as const;

/** All parcels come while the candidate still reads: an exam must not wait for code. */
export function preloadLatePages(): void {
  deviceCheck.preload();
  waiting.preload();
  void fetchStage(() => true);
}
