import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import { roomMessages } from '#contract/live';
import { openConsole } from '#contract/rooms';
import type { OutputOf } from '#contract/endpoint';
import type { ConsoleRow } from '#protocol/live.schema';
import type { roomView } from '#protocol/views.schema';
import { useApi } from '../../api/ApiProvider';
import { insist } from '../../api/insist';
import type { No } from '../../api/result';
import { useLive, useLiveStore } from '../../live/use-live';
import type { LiveStore } from '../../live/live-store';

export type ConsoleStart = OutputOf<typeof openConsole>;

export interface ConsoleView {
  readonly start: ConsoleStart;
  readonly store: LiveStore;
  readonly room: z.infer<typeof roomView>;
  readonly rows: readonly ConsoleRow[];
  readonly connected: boolean;
}

export type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'refused'; readonly no: No; readonly requestId: string | null }
  | { readonly state: 'open'; readonly view: ConsoleView };

/** What a console stands on: the room as it was when opened, kept true by the stream. */
export function useConsole(roomId: string): Opening {
  const { call } = useApi();
  const store = useLiveStore(roomId);
  const [start, setStart] = useState<ConsoleStart | null>(null);
  const [refused, setRefused] = useState<{ no: No; requestId: string | null } | null>(null);
  const live = useLive(store, whole);
  const readAgain = useCallback(
    async (signal: AbortSignal) => {
      const opened = await insist(() => call(openConsole, { params: { roomId } }), { signal });
      if (!opened) return;
      if (!opened.ok) return setRefused(opened);
      setStart(opened.value);
      const written = await insist(() => call(roomMessages, { params: { roomId } }), { signal });
      if (written?.ok) store.offerMessages(written.value.messages);
    },
    [call, roomId, store],
  );
  useEffect(() => {
    const given = new AbortController();
    void readAgain(given.signal);
    return () => given.abort();
  }, [readAgain, live.hellos]);
  if (refused) return { state: 'refused', ...refused };
  if (!start) return { state: 'opening' };
  const known = Object.values(live.rows);
  const view: ConsoleView = {
    start,
    store,
    room: live.room ?? start.room.view,
    rows: known.length > 0 ? known : start.rows,
    connected: live.connection !== 'broken',
  };
  return { state: 'open', view };
}

const whole = <T>(state: T): T => state;
