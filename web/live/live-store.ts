import type { LiveEvent, Mail, Message } from '#protocol/live.schema';
import type { CandidateView } from '#protocol/views.schema';
import { openStream, type EventSourceLike, type EventStream } from './event-stream';
import { atFirst, broken, newer, receive, withMessages, type LiveState } from './live-state';

interface StoreParts {
  readonly open: (address: string) => EventSourceLike;
  readonly now: () => number;
  readonly random: () => number;
}

/** What a page knows of the hall, kept true by one stream of events. */
export interface LiveStore {
  readonly state: () => LiveState;
  readonly subscribe: (listener: () => void) => () => void;
  /** The answer to a command carries a view: the page need not wait for the stream. */
  readonly offerView: (view: CandidateView) => void;
  readonly offerMessages: (messages: readonly Message[]) => void;
  readonly onMail: (listener: (mail: Mail) => void) => () => void;
  /** Begins to listen; `address` as made from the contract. Calling it again changes the address. */
  readonly listen: (address: string) => void;
  /** For a page that came back from sleep, or heard otherwise that the network was gone. */
  readonly renew: () => void;
  readonly close: () => void;
}

export function createLiveStore({ open, now, random }: StoreParts): LiveStore {
  const listeners = new Set<() => void>();
  const mailListeners = new Set<(mail: Mail) => void>();
  let state: LiveState = atFirst;
  let stream: EventStream | null = null;

  const become = (next: LiveState): void => {
    if (next === state) return;
    state = next;
    listeners.forEach((tell) => tell());
  };
  const hear = (event: LiveEvent): void => {
    if (event.event === 'mail') mailListeners.forEach((tell) => tell(event.mail));
    become(receive(state, event));
  };
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    offerView: (view) => become({ ...state, view: newer(state.view, view) }),
    offerMessages: (messages) => become(withMessages(state, messages)),
    onMail(listener) {
      mailListeners.add(listener);
      return () => mailListeners.delete(listener);
    },
    listen(address) {
      stream?.close();
      stream = openStream(address, {
        open,
        random,
        onEvent: hear,
        onBreak: () => become(broken(state, now())),
      });
    },
    renew: () => stream?.renew(),
    close() {
      stream?.close();
      stream = null;
    },
  };
}
