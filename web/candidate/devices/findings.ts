import type { DeviceReport, DeviceRequirement } from '#steps/device-check/schema';
import type { CameraOwnerState } from '../../media/camera-state';
import { mediaFaults, type MediaFault } from '../../media/faults';

export type BellAnswer = 'not-tried' | 'heard' | 'not-heard';

/** One finding of the device check: fine, still being found out, or wrong and how it is called. */
export type Finding =
  | { readonly is: 'ok' }
  | { readonly is: 'open'; readonly code: 'not-tried' | 'checking' }
  | { readonly is: 'wrong'; readonly code: MediaFault | 'not-heard' };

export type Findings = Record<DeviceRequirement, Finding>;

const ofMicrophone: readonly MediaFault[] = ['no-microphone', 'microphone-busy', 'silent-microphone'];
const ofBoth: readonly MediaFault[] = [
  'insecure-context',
  'no-camera-api',
  'permission-denied',
  'permission-blocked',
  'permission-system',
  'unknown-fault',
];

const isOfMicrophone = (fault: MediaFault): boolean => ofMicrophone.includes(fault);

function ofCamera({ status, camera, faults, stream }: CameraOwnerState): Finding {
  if (status === 'off') return { is: 'open', code: 'not-tried' };
  if (status === 'asking') return { is: 'open', code: 'checking' };
  const there = stream !== null && stream.getVideoTracks().length > 0;
  const fault = faults.find((code) => !isOfMicrophone(code) && !(there && ofBoth.includes(code)));
  if (fault) return { is: 'wrong', code: fault };
  return camera === 'live' ? { is: 'ok' } : { is: 'wrong', code: 'unknown-fault' };
}

function ofMicrophoneState({ status, microphone, faults, stream }: CameraOwnerState): Finding {
  if (status === 'off') return { is: 'open', code: 'not-tried' };
  if (status === 'asking') return { is: 'open', code: 'checking' };
  const there = stream !== null && stream.getAudioTracks().length > 0;
  const fault = faults.find((code) => isOfMicrophone(code) || (!there && ofBoth.includes(code)));
  if (fault) return { is: 'wrong', code: fault };
  if (microphone === 'muted') return { is: 'wrong', code: 'microphone-busy' };
  return microphone === 'live' ? { is: 'ok' } : { is: 'wrong', code: 'no-microphone' };
}

function ofBell(answer: BellAnswer): Finding {
  if (answer === 'heard') return { is: 'ok' };
  return answer === 'not-heard' ? { is: 'wrong', code: 'not-heard' } : { is: 'open', code: 'not-tried' };
}

export const findingsOf = (camera: CameraOwnerState, bell: BellAnswer): Findings => ({
  camera: ofCamera(camera),
  microphone: ofMicrophoneState(camera),
  bell: ofBell(bell),
});

const codeOf = (finding: Finding): string => (finding.is === 'ok' ? 'ok' : finding.code);

/** As it goes to staff: codes, so that they see what the page sees. */
export const reportOf = ({ camera, microphone, bell }: Findings): DeviceReport => ({
  camera: codeOf(camera),
  microphone: codeOf(microphone),
  bell: codeOf(bell),
});

/** What still stands between the candidate and the next step. */
export const lacksOf = (
  findings: Findings,
  required: readonly DeviceRequirement[],
  waived: readonly DeviceRequirement[],
): DeviceRequirement[] =>
  required.filter((requirement) => findings[requirement].is !== 'ok' && !waived.includes(requirement));

export const isMediaFault = (code: string): code is MediaFault => mediaFaults.some((fault) => fault === code);
