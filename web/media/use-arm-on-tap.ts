import { useEffect } from 'react';
import { useMedia } from './MediaProvider';

/** Any tap or key turns the bell on again after a reload: browsers want a hand, not a certain button. */
export function useArmOnTap(): void {
  const { bell } = useMedia();
  useEffect(() => {
    const arm = (): void => {
      if (!bell.armed()) void bell.arm();
    };
    document.addEventListener('pointerup', arm);
    document.addEventListener('keyup', arm);
    return () => {
      document.removeEventListener('pointerup', arm);
      document.removeEventListener('keyup', arm);
    };
  }, [bell]);
}
