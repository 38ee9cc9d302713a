import type { StepViews } from '#steps/schemas';
import { OpeningPage } from '../../../ui/OpeningPage';

/** The video-upload exam (2.4). */
export function RecordingScreen(_: { readonly view: StepViews['recording'] }) {
  return <OpeningPage />;
}
