import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import { roomMessages } from '#contract/live';
import { openConsole } from '#contract/rooms';
import type { OutputOf } from '#contract/endpoint';
import type { ConsoleRow, RoomVideoState } from '#protocol/live.schema';
import type { roomView } from '#protocol/views.schema';
import { useApi } from '../../api/ApiProvider';
import { insist } from '../../api/insist';
import type { Refused } from '../../api/result';
import { useLive, useLiveStore } from '../../live/use-live';
import type { LiveStore } from '../../live/live-store';

export type ConsoleStart = OutputOf<typeof openConsole>;

export interface ConsoleView {
  readonly start: ConsoleStart;
  readonly store: LiveStore;
  readonly room: z.infer<typeof roomView>;
  readonly rows: readonly ConsoleRow[];
  /** Pushed by the stream; null until it spoke of it. */
  readonly video: RoomVideoState | null;
  readonly connected: boolean;
}

export type Opening =
  | { readonly state: 'opening' }
  | ({ readonly state: 'refused' } & Refused)
  | { readonly state: 'open'; readonly view: ConsoleView };

/**
 * What a console stands on: the room as it was when opened, kept true by the stream. A stream cannot say why it
 * broke, so the room is asked for again: the answer may be that the session is over.
 */
export function useConsole(roomId: string, onSignedOut: () => void): Opening {
  const { call } = useApi();
  const store = useLiveStore(roomId);
  const [start, setStart] = useState<ConsoleStart | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const live = useLive(store, whole);
  const readAgain = useCallback(
    async (signal: AbortSignal) => {
      const opened = await insist(() => call(openConsole, { params: { roomId } }), { signal });
      if (!opened) return;
      if (!opened.ok) return opened.no.refused === 'NOT_SIGNED_IN' ? onSignedOut() : setRefused(opened);
      setStart(opened.value);
      const written = await insist(() => call(roomMessages, { params: { roomId } }), { signal });
      if (written?.ok) store.offerMessages(written.value.messages);
    },
    [call, roomId, store, onSignedOut],
  );
  const broken = live.connection === 'broken';
  useEffect(() => {
    const given = new AbortController();
    void readAgain(given.signal);
    return () => given.abort();
  }, [readAgain, live.hellos, broken]);
  if (refused) return { state: 'refused', ...refused };
  if (!start) return { state: 'opening' };
  const known = Object.values(live.rows);
  const view: ConsoleView = {
    start,
    store,
    room: live.room ?? start.room.view,
    rows: known.length > 0 ? known : start.rows,
    video: live.video,
    connected: !broken,
  };
  return { state: 'open', view };
}

const whole = <T>(state: T): T => state;
