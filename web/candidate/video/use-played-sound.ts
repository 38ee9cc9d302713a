import { useState } from 'react';
import { useMedia } from '../../media/MediaProvider';

interface PlayedSound {
  /** For the pictures' `sound`: off while the browser refuses it, on again with the tap. */
  readonly sound: boolean;
  readonly blocked: boolean;
  readonly onSoundBlocked: () => void;
  /** To be called in a tap. */
  readonly unblock: () => void;
}

/** Browsers play other people's sound only after a tap on the page. */
export function usePlayedSound(): PlayedSound {
  const { bell } = useMedia();
  const [blocked, setBlocked] = useState(false);
  return {
    sound: !blocked,
    blocked,
    onSoundBlocked: () => setBlocked(true),
    unblock: () => {
      void bell.arm();
      setBlocked(false);
    },
  };
}
