import { useMemo, type ReactNode } from 'react';
import { useCameraState, useMedia, useBellArmed } from '../../media/MediaProvider';
import { devicesState } from '../devices/device-report';
import { useSitting } from '../sitting/sitting-context';
import type { HelpSitting } from './help-context';
import { HelpPlace } from './HelpPlace';

interface SittingHelpProps {
  readonly position: 1 | 2;
  readonly children: ReactNode;
}

/** Help of an opened exam: support is called with the step and the devices. */
export function SittingHelp({ position, children }: SittingHelpProps) {
  const { home, view, network } = useSitting();
  const media = useMedia();
  const camera = useCameraState();
  const armed = useBellArmed();
  const step = home.flow.steps.find(({ id }) => id === view?.stepId) ?? null;
  const { rttMs } = network;
  const sitting = useMemo((): HelpSitting => {
    const visible = document.visibilityState === 'visible';
    const device = { ...devicesState(media, null), bell: armed, visible, rttMs };
    return { candidate: home.candidate, position, step, device, faults: camera.faults };
  }, [media, armed, rttMs, home, position, step, camera]);
  return (
    <HelpPlace phone={home.exam.phone} sitting={sitting}>
      {children}
    </HelpPlace>
  );
}
