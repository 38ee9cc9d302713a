import { useEffect, useState } from 'react';
import { ulid } from 'ulid';
import { TapToResume } from '../../media/TapToResume';
import { useMedia } from '../../media/MediaProvider';
import { useWakeLock } from '../../media/use-wake-lock';
import { devicesState } from '../devices/device-report';
import { useBattery } from '../devices/use-battery';
import { useOpenCamera } from '../devices/use-open-camera';
import { SittingHelp } from '../help/SittingHelp';
import { keepExam } from '../kept/last-exam';
import { usePresence } from '../presence/use-presence';
import type { Seated } from '../seat/SeatGate';
import { SittingContext } from '../sitting/sitting-context';
import { useSittingState } from '../sitting/use-sitting-state';
import { StageContext } from '../video/stage-context';
import { stageOf } from '../video/stage-of';
import { useVideoStage } from '../video/use-video-stage';
import { SecondOver } from './SecondOver';
import { SecondPage } from './SecondPage';
import { useFacing } from './use-facing';

interface SecondDeviceProps extends Seated {
  readonly onSignedOut: () => void;
}

/** 2.1.7: position 2. It films, says how it is, and calls the candidate to his computer; it decides nothing. */
export function SecondDevice(seated: SecondDeviceProps) {
  const state = useSittingState({ ...seated, position: 2 });
  const { home, view, epoch, onHeard, onSuperseded, onSignedOut } = state;
  const media = useMedia();
  const battery = useBattery();
  const [peerId] = useState(ulid);
  const { facing, flip } = useFacing();
  const over = view?.phase === 'over';
  useOpenCamera(!over, { facing, microphone: false });
  useWakeLock(!over);
  const stage = useVideoStage({ wish: stageOf(view), live: state.live, peerId, position: 2 });
  useEffect(() => keepExam(() => window.localStorage, home.exam), [home]);
  useEffect(() => {
    if (over) media.camera.close();
  }, [over, media]);
  usePresence({
    epoch,
    active: !over,
    state: () => devicesState(media, battery.current),
    onHeard,
    onSuperseded,
    onSignedOut,
  });
  return (
    <SittingContext value={state}>
      <SittingHelp position={2}>
        <StageContext value={stage}>
          {over ? <SecondOver /> : <SecondPage facing={facing} onFlip={flip} battery={battery} />}
          {!over && <TapToResume />}
        </StageContext>
      </SittingHelp>
    </SittingContext>
  );
}
