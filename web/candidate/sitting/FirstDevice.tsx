import { Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { TapToResume } from '../../media/TapToResume';
import { useMedia } from '../../media/MediaProvider';
import { useWakeLock } from '../../media/use-wake-lock';
import { useStage } from '../../media/video/use-stage';
import { OpeningPage } from '../../ui/OpeningPage';
import { keepExam } from '../kept/last-exam';
import { devicesState } from '../devices/device-report';
import { MicrophoneContext } from '../devices/microphone-context';
import { useArmOnTap } from '../../media/use-arm-on-tap';
import { useBattery } from '../devices/use-battery';
import { useOwnMicrophone } from '../devices/use-own-microphone';
import { SittingHelp } from '../help/SittingHelp';
import { HomePage } from '../home/HomePage';
import { OverviewContext } from '../parts/overview-context';
import { usePresence } from '../presence/use-presence';
import { lateRehearsal } from '../rehearsal/late-rehearsal';
import type { Seated } from '../seat/SeatGate';
import { latePages, preloadLatePages } from '../steps/late-pages';
import { lateRecorder } from '../steps/recording/late-recorder';
import { createRecorderBox, RecorderContext } from '../steps/recording/recorder-status';
import { StepScreen } from '../steps/StepScreen';
import { StageContext } from '../video/stage-context';
import { stageOf } from '../video/stage-of';
import { useStageStills } from '../video/use-stage-stills';
import { SittingContext } from './sitting-context';
import { useSittingState } from './use-sitting-state';

interface FirstDeviceProps extends Seated {
  readonly onSignedOut: () => void;
}

/** The device on which the exam is sat. */
export function FirstDevice(seated: FirstDeviceProps) {
  const state = useSittingState({ ...seated, position: 1 });
  const { home, view, epoch, onHeard, onSuperseded, onSignedOut } = state;
  const media = useMedia();
  const battery = useBattery();
  const microphone = useOwnMicrophone();
  const [recorder] = useState(createRecorderBox);
  const [overview, setOverview] = useState(view === null);
  const over = view?.phase === 'over';
  const stage = useStage({
    wish: overview ? null : stageOf(view),
    live: state.live,
    publishing: { camera: true, microphone: !microphone.muted },
    soundPolicy: 'open',
  });
  useStageStills(stage.state.stillsWanted, 1);
  useEffect(preloadLatePages, []);
  const records = home.flow.steps.some(({ kind }) => kind === 'recording');
  useArmOnTap();
  useWakeLock(view !== null && !over);
  useEffect(() => keepExam(() => window.localStorage, home.exam), [home]);
  // 2.1.9: the lights of the camera go out with the end, and when the candidate leaves the room's pictures.
  const released = over || (overview && view !== null);
  useEffect(() => {
    if (released) media.camera.close();
  }, [released, media]);
  usePresence({
    epoch,
    active: !over,
    state: () => devicesState(media, battery.current, microphone.muted),
    onHeard,
    onSuperseded,
    onSignedOut,
  });
  const showOverview = useCallback(() => setOverview(true), []);
  const overviewActions = useMemo(() => ({ showOverview }), [showOverview]);
  return (
    <SittingContext value={state}>
      <SittingHelp position={1}>
        <StageContext value={stage}>
          <OverviewContext value={overviewActions}>
            <MicrophoneContext value={microphone}>
              <RecorderContext value={recorder}>
                {records && (
                  <Suspense fallback={null}>
                    <lateRecorder.Recorder position={1} />
                  </Suspense>
                )}
                {home.rehearsal && (
                  <Suspense fallback={null}>
                    <lateRehearsal.First />
                  </Suspense>
                )}
                {over ? (
                  <Suspense fallback={<OpeningPage />}>
                    <latePages.receipt />
                  </Suspense>
                ) : overview || !view?.step ? (
                  <HomePage onContinue={() => setOverview(false)} />
                ) : (
                  <StepScreen step={view.step} />
                )}
                {!over && !overview && <TapToResume />}
              </RecorderContext>
            </MicrophoneContext>
          </OverviewContext>
        </StageContext>
      </SittingHelp>
    </SittingContext>
  );
}
