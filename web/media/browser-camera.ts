import { createCameraOwner, type CameraOwner } from './camera-owner';
import type { SoundContext } from './sound-context';

/** Firefox and older Safari do not tell; then the fault's own words must do. */
async function permission(of: 'camera' | 'microphone'): Promise<PermissionState | null> {
  try {
    const status = await navigator.permissions.query({ name: of as PermissionName });
    return status.state;
  } catch {
    return null;
  }
}

/** The owner of this browser's devices. Make one for a page, at its top. */
export function browserCamera(sound: SoundContext): CameraOwner {
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  return createCameraOwner({
    page: document,
    devices,
    capture: {
      isSecure: window.isSecureContext,
      getUserMedia: devices ? (wanted) => devices.getUserMedia(wanted) : undefined,
      permission,
    },
    sound,
    now: () => Date.now(),
  });
}
