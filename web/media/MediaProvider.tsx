import { createContext, useContext, useState, useSyncExternalStore, type ReactNode } from 'react';
import { browserBell, type Bell } from './bell';
import { browserCamera } from './browser-camera';
import type { CameraOwner } from './camera-owner';
import type { CameraOwnerState } from './camera-state';
import { browserSoundContext, type SoundContext } from './sound-context';
import { createUplinkGate, type UplinkGate } from './uplink-gate';
import { browserWakeLock, type WakeLock } from './wake-lock';

/** What a page has of the devices around it, once. */
export interface Media {
  readonly camera: CameraOwner;
  readonly bell: Bell;
  readonly sound: SoundContext;
  readonly wakeLock: WakeLock;
  /** Uploads beside an open stage ask it first. */
  readonly uplink: UplinkGate;
}

const MediaContext = createContext<Media | null>(null);

function createMedia(): Media {
  const sound = browserSoundContext(window);
  return {
    sound,
    camera: browserCamera(sound),
    bell: browserBell(sound),
    wakeLock: browserWakeLock(),
    uplink: createUplinkGate(),
  };
}

/** Stands at the top of an app. Opens nothing by itself: the page that needs the camera asks for it. */
export function MediaProvider({ children }: { readonly children: ReactNode }) {
  const [media] = useState(createMedia);
  return <MediaContext value={media}>{children}</MediaContext>;
}

export function useMedia(): Media {
  const media = useContext(MediaContext);
  if (!media) throw new Error('This page stands outside of MediaProvider');
  return media;
}

/** The camera's state, renewed as it changes. */
export function useCameraState(): CameraOwnerState {
  const { camera } = useMedia();
  return useSyncExternalStore(camera.subscribe, camera.state);
}

/** Whether the bell would be heard now. */
export function useBellArmed(): boolean {
  const { bell } = useMedia();
  return useSyncExternalStore(bell.subscribe, bell.armed);
}
