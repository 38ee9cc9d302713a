import { useCallback, useMemo } from 'react';
import { z } from 'zod';
import type { LiveState } from '../../live/live-state';
import { useLive } from '../../live/use-live';
import type { LiveStore } from '../../live/live-store';
import { unreadOf, withRead, type ReadUntil } from './unread';
import { useKept } from './use-kept';

export interface Unread {
  /** By sitting. */
  readonly counts: Readonly<Record<string, number>>;
  /** The conversation with this candidate is on the screen. */
  readonly read: (sittingId: string) => void;
}

const messagesOf = (state: LiveState) => state.messages;
const readUntil = z.record(z.string(), z.number());

/** What candidates wrote and nobody has taken up. */
export function useUnread(roomId: string, store: LiveStore): Unread {
  const messages = useLive(store, messagesOf);
  const [known, become] = useKept<ReadUntil>(`examhall.read.${roomId}`, readUntil, {});
  const counts = useMemo(() => unreadOf(messages, known), [messages, known]);
  const read = useCallback(
    (sittingId: string) => become((before) => withRead(before, messages, sittingId)),
    [become, messages],
  );
  return useMemo(() => ({ counts, read }), [counts, read]);
}
