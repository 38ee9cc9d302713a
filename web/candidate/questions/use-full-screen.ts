import { useEffect, useState, type RefObject } from 'react';

interface FullScreen {
  readonly on: boolean;
  readonly toggle: () => void;
}

/** The whole screen where the browser gives it to a part of a page; elsewhere (iPhone) the whole page by layout. */
export function useFullScreen(place: RefObject<HTMLElement | null>): FullScreen {
  const [on, setOn] = useState(false);
  useEffect(() => {
    const left = (): void => {
      if (!document.fullscreenElement) setOn(false);
    };
    document.addEventListener('fullscreenchange', left);
    return () => document.removeEventListener('fullscreenchange', left);
  }, []);
  const toggle = (): void => {
    if (on) {
      if (document.fullscreenElement) void document.exitFullscreen();
      setOn(false);
      return;
    }
    setOn(true);
    // Refused inside other apps: the layout fills the page all the same.
    void place.current?.requestFullscreen?.().catch(() => undefined);
  };
  return { on, toggle };
}
