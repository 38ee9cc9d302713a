import { useCallback, useEffect, useMemo, useState } from 'react';
import { useCameraState } from '../../media/MediaProvider';
import type { Microphone } from './microphone-context';

/** The candidate's own switch: the track stays open, so that no second question is asked, but carries nothing. */
export function useOwnMicrophone(): Microphone {
  const { stream } = useCameraState();
  const [muted, setMuted] = useState(false);
  useEffect(() => {
    stream?.getAudioTracks().forEach((track) => {
      track.enabled = !muted;
    });
  }, [stream, muted]);
  const toggle = useCallback(() => setMuted((before) => !before), []);
  return useMemo(() => ({ muted, toggle }), [muted, toggle]);
}
