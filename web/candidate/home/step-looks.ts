import type { StepKind } from '#steps/schemas';
import type { IconName } from '../../ui/icon-paths';

interface StepLook {
  readonly icon: IconName;
  /** What a candidate needs who has done it before; shown as a round sum only. */
  readonly minutes: number;
}

export const stepLooks = {
  notice: { icon: 'info', minutes: 1 },
  pledge: { icon: 'doc', minutes: 1 },
  'device-check': { icon: 'mic', minutes: 1 },
  'face-check': { icon: 'face', minutes: 1 },
  cameras: { icon: 'phone', minutes: 2 },
  waiting: { icon: 'door', minutes: 0 },
  interview: { icon: 'users', minutes: 0 },
  paper: { icon: 'doc', minutes: 0 },
  proctored: { icon: 'screen', minutes: 0 },
  recording: { icon: 'camera', minutes: 0 },
} as const satisfies Record<StepKind, StepLook>;

export const isKnownKind = (kind: string): kind is StepKind => kind in stepLooks;
