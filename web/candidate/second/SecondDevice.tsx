import { Suspense, useEffect, useState } from 'react';
import { OpeningPage } from '../../ui/OpeningPage';
import { TapToResume } from '../../media/TapToResume';
import { useMedia } from '../../media/MediaProvider';
import { useWakeLock } from '../../media/use-wake-lock';
import { useStage } from '../../media/video/use-stage';
import { devicesState } from '../devices/device-report';
import { useArmOnTap } from '../../media/use-arm-on-tap';
import { useBattery } from '../devices/use-battery';
import { useOpenCamera } from '../devices/use-open-camera';
import { SittingHelp } from '../help/SittingHelp';
import { keepExam } from '../kept/last-exam';
import { usePresence } from '../presence/use-presence';
import { lateRehearsal } from '../rehearsal/late-rehearsal';
import type { Seated } from '../seat/SeatGate';
import { SittingContext } from '../sitting/sitting-context';
import { useSittingState } from '../sitting/use-sitting-state';
import { lateSheets } from '../steps/paper/sheets/late-sheets';
import { photographedHere } from '../steps/paper/sheets/phases';
import { lateRecorder } from '../steps/recording/late-recorder';
import { createRecorderBox, RecorderContext } from '../steps/recording/recorder-status';
import { StageContext } from '../video/stage-context';
import { stageOf } from '../video/stage-of';
import { useStageStills } from '../video/use-stage-stills';
import { SecondOver } from './SecondOver';
import { SecondPage } from './SecondPage';
import { useFacing } from './use-facing';

interface SecondDeviceProps extends Seated {
  readonly onSignedOut: () => void;
}

/** The sound goes nowhere until the officer talks to this device: that is the stage's policy. */
const sendsAll = { camera: true, microphone: true } as const;

/** 2.1.7: position 2. It films, says how it is, and calls the candidate to his computer; it decides nothing. */
export function SecondDevice(seated: SecondDeviceProps) {
  const state = useSittingState({ ...seated, position: 2 });
  const { home, view, epoch, onHeard, onSuperseded, onSignedOut } = state;
  const media = useMedia();
  const battery = useBattery();
  const { facing, flip } = useFacing();
  const [recorder] = useState(createRecorderBox);
  const records = home.flow.steps.some(({ kind }) => kind === 'recording');
  const over = view?.phase === 'over';
  const paper = photographedHere(view?.step);
  useOpenCamera(!over && !paper, { facing });
  useWakeLock(!over);
  useArmOnTap();
  const stage = useStage({
    wish: stageOf(view),
    live: state.live,
    publishing: sendsAll,
    soundPolicy: 'when-talked-to',
  });
  useStageStills(stage.state.stillsWanted, 2);
  useEffect(() => keepExam(() => window.localStorage, home.exam), [home]);
  // The phone's own camera program needs what this page holds.
  const released = over || paper !== null;
  useEffect(() => {
    if (released) media.camera.close();
  }, [released, media]);
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
          <RecorderContext value={recorder}>
            {records && (
              <Suspense fallback={null}>
                <lateRecorder.Recorder position={2} />
              </Suspense>
            )}
            {home.rehearsal && (
              <Suspense fallback={null}>
                <lateRehearsal.Second />
              </Suspense>
            )}
            {over && <SecondOver />}
            {!over && paper && (
              <Suspense fallback={<OpeningPage />}>
                <lateSheets.Page view={paper} />
              </Suspense>
            )}
            {!released && <SecondPage facing={facing} onFlip={flip} battery={battery} />}
            {!released && <TapToResume />}
          </RecorderContext>
        </StageContext>
      </SittingHelp>
    </SittingContext>
  );
}
