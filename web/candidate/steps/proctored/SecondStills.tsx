import type { StepViews } from '#steps/schemas';
import { useMedia } from '../../../media/MediaProvider';
import { useWatchStills } from './use-watch-stills';

/** Shown to whoever leads the camera around the room, pictures come closer together. */
const SCAN_MS = 5_000;

/** How often a camera sends a still now; null while nothing is recorded. */
export function paceOf(view: StepViews['proctored']): number | null {
  if (view.phase !== 'running' && view.phase !== 'closing') return null;
  const isShowing = view.scan !== null && view.scan.shownAt === null;
  return isShowing ? SCAN_MS : view.stillSeconds * 1_000;
}

/** The second phone's pictures of an exam that runs elsewhere; there is nothing to see of it. */
export function SecondStills({ view }: { readonly view: StepViews['proctored'] }) {
  const { camera } = useMedia();
  useWatchStills('camera', paceOf(view), camera.grabFrame);
  return null;
}
