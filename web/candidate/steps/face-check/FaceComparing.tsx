import type { StepViews } from '#steps/schemas';
import { FaceOval } from '../../../ui/FaceOval';
import { useCameraState } from '../../../media/MediaProvider';
import { useOpenCamera } from '../../devices/use-open-camera';
import { StepPage } from '../../parts/StepPage';
import { useSitting } from '../../sitting/sitting-context';
import { useStep } from '../../sitting/use-step';
import { AttemptPill } from './AttemptPill';

interface FaceComparingProps {
  readonly view: Extract<StepViews['face-check'], { phase: 'comparing' }>;
}

/** Pictures are being compared; with many at once the place in the queue is shown. */
export function FaceComparing({ view }: FaceComparingProps) {
  const { surroundings } = useSitting();
  const { texts } = useStep<'face-check'>(view);
  const camera = useCameraState();
  useOpenCamera(true, { facing: 'user' });
  return (
    <StepPage title={texts.title} theme="stage">
      <AttemptPill attempts={view.attempts} attemptsLeft={view.attemptsLeft} />
      <FaceOval
        stream={camera.stream}
        phase={{ kind: 'comparing', ahead: surroundings?.faceChecksAhead ?? null }}
      />
    </StepPage>
  );
}
