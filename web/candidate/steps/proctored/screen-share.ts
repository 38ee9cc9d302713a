import { useCallback, useEffect, useRef, useState } from 'react';

const WIDTH = 640;

/** Phones have no such thing. */
export const canShareScreen = (): boolean => typeof navigator.mediaDevices?.getDisplayMedia === 'function';

async function draw(stream: MediaStream): Promise<Blob | null> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  await video.play();
  const canvas = document.createElement('canvas');
  canvas.width = Math.min(WIDTH, video.videoWidth || WIDTH);
  canvas.height = Math.max(1, Math.round((canvas.width * video.videoHeight) / (video.videoWidth || WIDTH)));
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
  video.srcObject = null;
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.7));
}

/** The candidate's shared screen, for as long as he shares it. */
export function useScreenShare() {
  const stream = useRef<MediaStream | null>(null);
  const [shared, setShared] = useState(false);
  const share = useCallback(async (): Promise<boolean> => {
    const got = await navigator.mediaDevices.getDisplayMedia({ video: true, audio: false }).catch(() => null);
    if (!got) return false;
    stream.current?.getTracks().forEach((track) => track.stop());
    stream.current = got;
    got.getVideoTracks()[0]?.addEventListener('ended', () => setShared(false));
    setShared(true);
    return true;
  }, []);
  const stop = useCallback(() => {
    stream.current?.getTracks().forEach((track) => track.stop());
    stream.current = null;
    setShared(false);
  }, []);
  const grab = useCallback(
    async (): Promise<Blob | null> => (stream.current?.active ? draw(stream.current) : null),
    [],
  );
  useEffect(() => stop, [stop]);
  return { shared, share, stop, grab };
}
