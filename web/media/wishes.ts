/** What a page wants from its camera and microphone. */
export interface Wish {
  readonly cameraId?: string;
  readonly microphoneId?: string;
  /** The front camera for position 1; a phone at the side may use the rear one. */
  readonly facing: 'user' | 'environment';
  readonly camera: boolean;
  readonly microphone: boolean;
}

export const usualWish: Wish = { facing: 'user', camera: true, microphone: true };

/** 720p where there is one, never below 640 × 480 at 15: what the exam needs at least. */
export function cameraConstraints(wish: Wish): MediaTrackConstraints {
  const which = wish.cameraId
    ? { deviceId: { exact: wish.cameraId } }
    : { facingMode: { ideal: wish.facing } };
  return {
    ...which,
    width: { min: 640, ideal: 1280 },
    height: { min: 480, ideal: 720 },
    frameRate: { min: 15, ideal: 24, max: 30 },
  };
}

/** The same camera with nothing demanded: an old device is better than none. */
export function modestCameraConstraints(wish: Wish): MediaTrackConstraints {
  return wish.cameraId
    ? { deviceId: { ideal: wish.cameraId } }
    : { facingMode: { ideal: wish.facing }, width: { ideal: 640 }, height: { ideal: 480 } };
}

/** Speech: the browser's echo canceller is what lets a candidate do without headphones. */
export function microphoneConstraints(wish: Wish): MediaTrackConstraints {
  const which = wish.microphoneId ? { deviceId: { ideal: wish.microphoneId } } : {};
  return { ...which, echoCancellation: true, noiseSuppression: true, autoGainControl: true };
}
