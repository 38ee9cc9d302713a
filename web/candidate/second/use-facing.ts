import { useState } from 'react';
import { useMedia } from '../../media/MediaProvider';
import { keepFacing, keptFacing, type Facing } from './kept-facing';

const storage = (): Storage => window.localStorage;

/** Which of the phone's cameras looks at the candidate. */
export function useFacing(): { readonly facing: Facing; readonly flip: () => void } {
  const { camera } = useMedia();
  const [facing, setFacing] = useState<Facing>(() => keptFacing(storage));
  const flip = (): void => {
    const next = facing === 'user' ? 'environment' : 'user';
    setFacing(next);
    keepFacing(storage, next);
    void camera.open({ facing: next, cameraId: undefined, camera: true, microphone: true });
  };
  return { facing, flip };
}
