import { useCallback, useMemo } from 'react';
import { writeAsStaff } from '#contract/live';
import type { Message } from '#protocol/live.schema';
import { useApi } from '../../api/ApiProvider';
import type { LiveState } from '../../live/live-state';
import { useConversation, type Conversation } from '../../live/use-conversation';
import { useLive } from '../../live/use-live';
import { useConsoleContext } from '../console/context';

/** Whom a conversation is with. */
export type Audience =
  | { readonly audience: 'candidate'; readonly sittingId: string }
  | { readonly audience: 'room' }
  | { readonly audience: 'panel' };

const messagesOf = (state: LiveState) => state.messages;

function belongs(message: Message, audience: Audience): boolean {
  if (audience.audience !== 'candidate') return message.audience === audience.audience;
  if (message.audience === 'room') return true;
  return message.audience === 'candidate' && message.sittingId === audience.sittingId;
}

/** A conversation of the room. */
export function useMessages(audience: Audience): Conversation {
  const { call } = useApi();
  const { view } = useConsoleContext();
  const { roomId } = view.room;
  const all = useLive(view.store, messagesOf);
  const heard = useMemo(
    () =>
      all
        .filter((message) => belongs(message, audience))
        .map(({ id, at, text, from }) => ({ id, at, text, from: from.mine ? null : from.name })),
    [all, audience],
  );
  const post = useCallback(
    (id: string, text: string) => call(writeAsStaff, { params: { roomId }, body: { ...audience, id, text } }),
    [call, roomId, audience],
  );
  return useConversation({ store: view.store, heard, post });
}
