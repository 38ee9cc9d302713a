import { useCallback, useMemo, useState } from 'react';
import { ulid } from 'ulid';
import { writeAsCandidate } from '#contract/live';
import type { Message as HeardMessage } from '#protocol/live.schema';
import { useApi } from '../../api/ApiProvider';
import type { LiveState } from '../../live/live-state';
import { useLive } from '../../live/use-live';
import type { Message } from '../../ui/Messages';
import { useSitting } from '../sitting/sitting-context';

interface Written {
  readonly id: string;
  readonly text: string;
  readonly at: number;
  readonly state: 'sending' | 'failed';
}

interface MessagesHere {
  /** Of this candidate and his staff, with announcements; oldest first. */
  readonly messages: readonly Message[];
  readonly announcements: readonly HeardMessage[];
  readonly write: (text: string) => void;
  readonly retry: (id: string) => void;
}

const messagesOf = (state: LiveState) => state.messages;

/** What was said, and what is being said; a message keeps its id, so that a repeat is no second message. */
export function useMessages(announcement: (name: string) => string): MessagesHere {
  const { call, time } = useApi();
  const { live } = useSitting();
  const heard = useLive(live, messagesOf);
  const [written, setWritten] = useState<readonly Written[]>([]);
  const send = useCallback(
    async (message: Written): Promise<void> => {
      const mark = (state: Written['state']) =>
        setWritten((all) => [...all.filter(({ id }) => id !== message.id), { ...message, state }]);
      mark('sending');
      const result = await call(writeAsCandidate, { body: { id: message.id, text: message.text } });
      if (!result.ok) return mark('failed');
      live.offerMessages([result.value]);
      setWritten((all) => all.filter(({ id }) => id !== message.id));
    },
    [call, live],
  );
  const messages = useMemo(() => {
    const known = new Set(heard.map(({ id }) => id));
    const received = heard.map(({ id, at, text, from, audience }): Message => {
      const name = audience === 'room' ? announcement(from.name) : from.name;
      return { id, at, text, from: from.mine ? null : name };
    });
    const own = written.filter(({ id }) => !known.has(id)).map((each): Message => ({ ...each, from: null }));
    return [...received, ...own];
  }, [heard, written, announcement]);
  const announcements = useMemo(() => heard.filter(({ audience }) => audience === 'room'), [heard]);
  return {
    messages,
    announcements,
    write: (text) => void send({ id: ulid(), text, at: time.now(), state: 'sending' }),
    retry: (id) => {
      const failed = written.find((each) => each.id === id);
      if (failed) void send(failed);
    },
  };
}
