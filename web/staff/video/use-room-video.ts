import { useCallback, useEffect, useState } from 'react';
import { roomVideo } from '#contract/video';
import type { OutputOf } from '#contract/endpoint';
import { useApi } from '../../api/ApiProvider';

export type RoomVideo = OutputOf<typeof roomVideo>;

const EVERY_MS = 5_000;

/** Whether the room's video works, asked every few seconds where an exam runs over a video server. */
export function useRoomVideo(roomId: string): { readonly room: RoomVideo | null; readonly look: () => void } {
  const { call } = useApi();
  const [room, setRoom] = useState<RoomVideo | null>(null);
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    const visit = { over: false, timer: 0 };
    const ask = async (): Promise<void> => {
      const answer = await call(roomVideo, { params: { roomId } });
      if (visit.over) return;
      if (answer.ok) setRoom(answer.value);
      // An exam does not change its provider while a console is open.
      if (answer.ok && answer.value.provider === 'direct') return;
      visit.timer = window.setTimeout(() => void ask(), EVERY_MS);
    };
    void ask();
    return () => {
      visit.over = true;
      window.clearTimeout(visit.timer);
    };
  }, [call, roomId, looks]);
  const look = useCallback(() => setLooks((count) => count + 1), []);
  return { room, look };
}
