import { useEffect, useRef } from 'react';
import { classes } from './classes';
import styles from './Video.module.css';

interface VideoProps {
  readonly stream: MediaStream;
  readonly label: string;
  /** One's own front picture looks like a mirror; what is sent does not. */
  readonly mirrored?: boolean;
  /** Plays the stream's sound too. Own pictures never do. */
  readonly sound?: boolean;
  readonly fit?: 'cover' | 'contain';
  /** The browser wants a tap before it plays sound; the picture runs on silently until then. */
  readonly onSoundBlocked?: () => void;
}

/** Plays; where sound is refused, plays silently and says so; other refusals come from a page being hidden. */
async function play(video: HTMLVideoElement, onSoundBlocked: (() => void) | undefined): Promise<void> {
  try {
    await video.play();
  } catch (fault) {
    if (!(fault instanceof DOMException) || fault.name !== 'NotAllowedError' || video.muted) return;
    video.muted = true;
    onSoundBlocked?.();
    await video.play().catch(() => undefined);
  }
}

/** A live stream on the page. */
export function Video({ stream, label, mirrored, sound = false, fit = 'cover', onSoundBlocked }: VideoProps) {
  const ref = useRef<HTMLVideoElement>(null);
  const blocked = useRef(onSoundBlocked);
  useEffect(() => {
    blocked.current = onSoundBlocked;
  });
  useEffect(() => {
    const video = ref.current;
    if (!video) return undefined;
    if (video.srcObject !== stream) video.srcObject = stream;
    video.muted = !sound;
    const start = (): void => void play(video, () => blocked.current?.());
    start();
    stream.addEventListener('addtrack', start);
    return () => stream.removeEventListener('addtrack', start);
  }, [stream, sound]);
  useEffect(() => {
    const video = ref.current;
    return () => {
      if (video) video.srcObject = null;
    };
  }, []);
  return (
    <video
      ref={ref}
      className={classes(styles.video, styles[fit], mirrored && styles.mirrored)}
      aria-label={label}
      muted
      autoPlay
      playsInline
      disablePictureInPicture
    />
  );
}
