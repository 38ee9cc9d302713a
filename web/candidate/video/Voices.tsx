import { useEffect, useRef, useState } from 'react';
import { useMedia } from '../../media/MediaProvider';
import { SoundBlocked } from './SoundBlocked';
import { useStageHere } from './stage-context';

interface VoiceProps {
  readonly stream: MediaStream;
  /** Changes with each tap that may have lifted the browser's refusal. */
  readonly taps: number;
  readonly onBlocked: () => void;
}

function Voice({ stream, taps, onBlocked }: VoiceProps) {
  const ref = useRef<HTMLAudioElement>(null);
  const blocked = useRef(onBlocked);
  useEffect(() => {
    blocked.current = onBlocked;
  });
  useEffect(() => {
    const audio = ref.current;
    if (!audio) return undefined;
    if (audio.srcObject !== stream) audio.srcObject = stream;
    const play = (): void => {
      audio.play().catch((fault: unknown) => {
        if (fault instanceof DOMException && fault.name === 'NotAllowedError') blocked.current();
      });
    };
    play();
    stream.addEventListener('addtrack', play);
    return () => stream.removeEventListener('addtrack', play);
  }, [stream, taps]);
  return <audio ref={ref} autoPlay />;
}

/**
 * Plays what the others say, apart from their pictures: these change places when a question is opened, and a
 * sentence must not break off for it. Where the browser wants a tap first, a button asks for it.
 */
export function Voices() {
  const { bell } = useMedia();
  const { peers } = useStageHere().state;
  const [blocked, setBlocked] = useState(false);
  const [taps, setTaps] = useState(0);
  const unblock = (): void => {
    void bell.arm();
    setBlocked(false);
    setTaps((count) => count + 1);
  };
  return (
    <>
      {peers.map(
        ({ peerId, camera, role }) =>
          camera &&
          role !== 'candidate' && (
            <Voice key={peerId} stream={camera} taps={taps} onBlocked={() => setBlocked(true)} />
          ),
      )}
      {blocked && <SoundBlocked onUnblock={unblock} />}
    </>
  );
}
