import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { ulid } from 'ulid';
import { useApi } from '../../api/ApiProvider';
import { useLanguage } from '../../i18n/use-language';
import type { LiveStore } from '../../live/live-store';
import { canShareCapture } from '../capture-sharing';
import { useMedia } from '../MediaProvider';
import { fetchStage } from './fetch-stage';
import { idleStage, type Publishing, type SoundPolicy, type StageState, type VideoStage } from './port';

export interface StageWish {
  /** Another key is another stage: the former one is left first. */
  readonly key: string;
  readonly stage: 'waiting' | 'interview';
  readonly sittingId?: string;
}

interface UseStageParts {
  readonly wish: StageWish | null;
  readonly live: LiveStore;
  readonly publishing: Publishing;
  readonly soundPolicy: SoundPolicy;
}

export interface OpenStage {
  readonly state: StageState;
  readonly stage: VideoStage | null;
}

const idle = (): StageState => idleStage;
const never = (): (() => void) => () => undefined;

/** Joins the wished stage with the page's camera while the component is mounted; leaves it when the wish changes. */
export function useStage({ wish, live, publishing, soundPolicy }: UseStageParts): OpenStage {
  const { call } = useApi();
  const { camera } = useMedia();
  const language = useLanguage();
  const [peerId] = useState(ulid);
  const [stage, setStage] = useState<VideoStage | null>(null);
  const key = wish?.key ?? null;
  useEffect(() => {
    if (!wish) return undefined;
    const source = { stream: () => camera.state().stream, subscribe: camera.subscribe };
    const { stage: which, sittingId } = wish;
    const visit = { over: false, stage: null as VideoStage | null };
    void fetchStage(() => !visit.over).then((create) => {
      if (!create || visit.over) return;
      visit.stage = create({
        call,
        live,
        stage: which,
        sittingId,
        peerId,
        source,
        soundPolicy,
        publishing,
        language,
      });
      setStage(visit.stage);
      void visit.stage.join();
    });
    const goodbye = (): void => void visit.stage?.leave();
    // A page that the browser kept and shows again comes back by itself.
    const back = ({ persisted }: PageTransitionEvent): void => void (persisted && visit.stage?.join());
    window.addEventListener('pagehide', goodbye);
    window.addEventListener('pageshow', back);
    return () => {
      visit.over = true;
      window.removeEventListener('pagehide', goodbye);
      window.removeEventListener('pageshow', back);
      setStage(null);
      goodbye();
    };
    // Only another key is another stage: what is published changes on the open one, below.
  }, [key, call, live, camera, peerId, soundPolicy]);
  const { camera: picture, microphone } = publishing;
  useEffect(() => stage?.setPublishing({ camera: picture, microphone }), [stage, picture, microphone]);
  const state = useSyncExternalStore(stage?.subscribe ?? never, stage?.state ?? idle);
  useOneCapture(state);
  useGivingWay(state.uploadsWait);
  return { state, stage };
}

/** While the stage is short of uplink, uploads of this page wait; without a stage nothing makes them. */
function useGivingWay(wait: boolean): void {
  const { uplink } = useMedia();
  useEffect(() => {
    uplink.hold(wait);
    return () => uplink.hold(false);
  }, [uplink, wait]);
}

/**
 * A frame opens the camera itself; where that would mute ours, ours rests and the other position is the evidence.
 * A stage that goes on without a frame has it back.
 */
function useOneCapture({ capture, phase }: StageState): void {
  const { camera } = useMedia();
  const rests = useRef(false);
  useEffect(() => {
    if (phase === 'idle') return;
    if (capture === 'frame' && !canShareCapture(navigator)) {
      camera.close();
      rests.current = true;
    } else if (capture === 'page' && phase === 'joined' && rests.current) {
      rests.current = false;
      void camera.open();
    }
  }, [camera, capture, phase]);
}
