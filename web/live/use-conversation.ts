import { useCallback } from 'react';
import type { Message as HeardMessage } from '#protocol/live.schema';
import type { Result } from '../api/result';
import type { Message } from '../ui/Messages';
import type { LiveStore } from './live-store';
import { useDrafts, type Conversation } from './use-drafts';

export type { Conversation };

interface ConversationParts {
  readonly store: LiveStore;
  /** What the server told of this conversation, as it is shown. */
  readonly heard: readonly Message[];
  /** Posts under an id of the page's making, so that a repeat is no second message. */
  readonly post: (id: string, text: string) => Promise<Result<HeardMessage>>;
}

/** A conversation of a room: what the stream tells, and what this page is saying. */
export function useConversation({ store, heard, post }: ConversationParts): Conversation {
  const onPosted = useCallback((posted: HeardMessage) => store.offerMessages([posted]), [store]);
  return useDrafts({ heard, post, onPosted });
}
