import { useEffect } from 'react';
import type { Wish } from '../../media/wishes';
import { useMedia } from '../../media/MediaProvider';

/**
 * Opens the camera when a page that needs it comes up by itself, as after a reload. What is open stays as it is:
 * the device check may have chosen another camera.
 */
export function useOpenCamera(wanted: boolean, wish?: Partial<Wish>): void {
  const { camera } = useMedia();
  const facing = wish?.facing;
  const microphone = wish?.microphone;
  useEffect(() => {
    if (!wanted || camera.state().status !== 'off') return;
    void camera.open({ ...(facing && { facing }), ...(microphone !== undefined && { microphone }) });
  }, [camera, wanted, facing, microphone]);
}
