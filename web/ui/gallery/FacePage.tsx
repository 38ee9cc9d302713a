import { Button } from '../Button';
import type { FacePhase } from '../face-phases';
import { FaceOval } from '../FaceOval';
import { PhoneLayout } from '../PhoneLayout';
import { Pill } from '../Pill';
import { usePaintedStream } from './use-painted-stream';

const poses = ['front', 'turn-left', 'open-mouth'] as const;
const phases: Record<string, FacePhase> = {
  finding: { kind: 'finding' },
  left: { kind: 'challenge', index: 1, poses },
  right: { kind: 'challenge', index: 1, poses: ['front', 'turn-right', 'open-mouth'] },
  mouth: { kind: 'challenge', index: 2, poses },
  comparing: { kind: 'comparing', ahead: 3 },
  passed: { kind: 'passed' },
  failed: { kind: 'failed' },
  missing: { kind: 'missing' },
};

/** One phase at a time: `?left#face`. */
export function FacePage() {
  const stream = usePaintedStream('#D6D1C6', '#EBC4A0');
  const phase = phases[window.location.search.slice(1)] ?? { kind: 'challenge', index: 1, poses };
  return (
    <PhoneLayout
      theme="stage"
      title="人脸识别"
      onBack={() => undefined}
      tools={<Pill icon="retake">第 1 次，共 3 次</Pill>}
      foot={
        <Button wide icon="id">
          不用人脸识别，请老师看身份证
        </Button>
      }
    >
      <FaceOval stream={stream} phase={phase} hints={{ light: 'good', distance: 'far' }} />
    </PhoneLayout>
  );
}
