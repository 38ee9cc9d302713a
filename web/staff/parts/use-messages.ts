import { useCallback, useState } from 'react';
import { ulid } from 'ulid';
import { writeAsStaff } from '#contract/live';
import type { Message } from '#protocol/live.schema';
import { useApi } from '../../api/ApiProvider';
import { insist } from '../../api/insist';
import { useLive } from '../../live/use-live';
import type { Message as ShownMessage } from '../../ui/Messages';
import { useConsoleContext } from '../console/context';

/** Whom a conversation is with. */
export type Audience =
  | { readonly audience: 'candidate'; readonly sittingId: string }
  | { readonly audience: 'room' }
  | { readonly audience: 'panel' };

interface Draft extends ShownMessage {
  readonly state: 'sending' | 'failed';
}

interface Conversation {
  readonly messages: readonly ShownMessage[];
  readonly send: (text: string) => void;
  readonly retry: (id: string) => void;
}

const PATIENCE_MS = 20_000;

function belongs(message: Message, audience: Audience): boolean {
  if (audience.audience !== 'candidate') return message.audience === audience.audience;
  if (message.audience === 'room') return true;
  return message.audience === 'candidate' && message.sittingId === audience.sittingId;
}

/** A conversation of the room; what was written but not delivered stays visible until it is. */
export function useMessages(audience: Audience): Conversation {
  const { call, time } = useApi();
  const { view } = useConsoleContext();
  const heard = useLive(view.store, (state) => state.messages);
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const roomId = view.room.roomId;
  const post = useCallback(
    async (draft: Draft) => {
      setDrafts((known) => [...known.filter(({ id }) => id !== draft.id), { ...draft, state: 'sending' }]);
      const body = { ...audience, id: draft.id, text: draft.text };
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const result = await insist(() => call(writeAsStaff, { params: { roomId }, body }), { signal });
      if (result?.ok) view.store.offerMessages([result.value]);
      setDrafts((known) => {
        const rest = known.filter(({ id }) => id !== draft.id);
        return result?.ok ? rest : [...rest, { ...draft, state: 'failed' }];
      });
    },
    [audience, call, roomId, view.store],
  );
  const shown = heard
    .filter((message) => belongs(message, audience))
    .map(({ id, at, text, from }) => ({ id, at, text, from: from.mine ? null : from.name }));
  const waiting = drafts.filter(({ id }) => !shown.some((message) => message.id === id));
  return {
    messages: [...shown, ...waiting],
    send: (text) => void post({ id: ulid(), text, at: time.now(), from: null, state: 'sending' }),
    retry: (id) => {
      const draft = drafts.find((known) => known.id === id);
      if (draft) void post(draft);
    },
  };
}
