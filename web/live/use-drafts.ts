import { useCallback, useMemo, useState } from 'react';
import { ulid } from 'ulid';
import { useApi } from '../api/ApiProvider';
import { insist } from '../api/insist';
import type { Result } from '../api/result';
import type { Message } from '../ui/Messages';

interface Draft extends Message {
  readonly state: 'sending' | 'failed';
}

interface DraftsParts<T> {
  /** What the server told of this conversation, as it is shown. */
  readonly heard: readonly Message[];
  /** Posts under an id of the page's making, so that a repeat is no second message. */
  readonly post: (id: string, text: string) => Promise<Result<T>>;
  /** What the server answered: from now on it is among what was heard. */
  readonly onPosted: (answer: T) => void;
}

export interface Conversation {
  /** What was heard, then what is on its way or did not arrive. */
  readonly messages: readonly Message[];
  readonly send: (text: string) => void;
  readonly retry: (id: string) => void;
}

/** A message is repeated for this long before it counts as not delivered: longer than a server takes to come back. */
const PATIENCE_MS = 120_000;

/** What was said and what is being said: an undelivered message stays visible until it is. */
export function useDrafts<T>({ heard, post, onPosted }: DraftsParts<T>): Conversation {
  const { time } = useApi();
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const deliver = useCallback(
    async (draft: Draft): Promise<void> => {
      const mark = (state: Draft['state']): void =>
        setDrafts((known) => [...known.filter(({ id }) => id !== draft.id), { ...draft, state }]);
      mark('sending');
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const result = await insist(() => post(draft.id, draft.text), { signal });
      if (!result?.ok) return mark('failed');
      onPosted(result.value);
      setDrafts((known) => known.filter(({ id }) => id !== draft.id));
    },
    [post, onPosted],
  );
  const messages = useMemo(() => {
    const known = new Set(heard.map(({ id }) => id));
    return [...heard, ...drafts.filter(({ id }) => !known.has(id))];
  }, [heard, drafts]);
  return {
    messages,
    send: (text) => void deliver({ id: ulid(), text, at: time.now(), from: null, state: 'sending' }),
    retry: (id) => {
      const failed = drafts.find((draft) => draft.id === id);
      if (failed) void deliver(failed);
    },
  };
}
