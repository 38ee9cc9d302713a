import { useEffect } from 'react';
import { useApi } from '../../api/ApiProvider';
import { useMedia } from '../../media/MediaProvider';

const EVERY_MS = 3_000;

/** Pictures one by one for watchers beyond the live ones, for as long as there are any. */
export function useStageStills(wanted: boolean, position: 1 | 2): void {
  const { call } = useApi();
  const { camera } = useMedia();
  useEffect(() => {
    if (!wanted) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const send = async (): Promise<void> => {
      // Without a picture there is nothing to send; the owner names why, and the next round looks again.
      const picture = await camera.grabFrame().catch(() => null);
      // Only a stage with many watchers wants it: not a part of the first page.
      const video = await import('#contract/video').catch(() => null);
      if (picture && video && !stopped)
        await call(video.sendStageStill, { params: { position }, body: picture });
      if (!stopped) timer = setTimeout(() => void send(), EVERY_MS);
    };
    void send();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [call, camera, wanted, position]);
}
