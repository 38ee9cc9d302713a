import { useEffect } from 'react';
import { useMedia } from './MediaProvider';

/** Keeps the screen on while the page that calls it is shown. */
export function useWakeLock(wanted = true): void {
  const { wakeLock } = useMedia();
  useEffect(() => (wanted ? wakeLock.hold() : undefined), [wakeLock, wanted]);
}
