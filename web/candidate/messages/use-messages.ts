import { useCallback, useMemo } from 'react';
import { writeAsCandidate } from '#contract/live';
import { useApi } from '../../api/ApiProvider';
import type { LiveState } from '../../live/live-state';
import { useConversation, type Conversation } from '../../live/use-conversation';
import { useLive } from '../../live/use-live';
import type { Message } from '../../ui/Messages';
import { useSitting } from '../sitting/sitting-context';

const messagesOf = (state: LiveState) => state.messages;

/** Written words of this candidate and his staff, with announcements; oldest first. */
export function useMessages(announcement: (name: string) => string): Conversation {
  const { call } = useApi();
  const { live } = useSitting();
  const all = useLive(live, messagesOf);
  const heard = useMemo(
    () =>
      all.map(({ id, at, text, from, audience }): Message => {
        const name = audience === 'room' ? announcement(from.name) : from.name;
        return { id, at, text, from: from.mine ? null : name };
      }),
    [all, announcement],
  );
  const post = useCallback(
    (id: string, text: string) => call(writeAsCandidate, { body: { id, text } }),
    [call],
  );
  return useConversation({ store: live, heard, post });
}
