import { useEffect, useRef } from 'react';
import styles from './StageFrame.module.css';
import type { VideoStage } from './port';

/** The place of a provider that brings its own frame (`state.capture === 'frame'`). */
export function StageFrame({ stage, label }: { readonly stage: VideoStage; readonly label: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    stage.showIn(place.current);
    return () => stage.showIn(null);
  }, [stage]);
  return <div ref={place} className={styles.frame} role="region" aria-label={label} />;
}
