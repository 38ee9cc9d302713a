import { assertNever } from '#protocol/assert-never';
import type {
  ConsoleRow,
  LiveEvent,
  Message,
  Peer,
  RoomVideoState,
  Surroundings,
} from '#protocol/live.schema';
import type { CandidateView, RoomView } from '#protocol/views.schema';

type Of<Name extends LiveEvent['event']> = Extract<LiveEvent, { event: Name }>;

/** All that the server told this page, newest of each. Mail passes by and is kept by the video port. */
export interface LiveState {
  readonly connection: 'connecting' | 'open' | 'broken';
  /** Server's stream is gone since, by this browser's clock. */
  readonly brokenSince: number | null;
  /** Counts the streams that said hello: what is fetched beside the stream is fetched again after each. */
  readonly hellos: number;
  readonly view: CandidateView | null;
  readonly surroundings: Surroundings | null;
  readonly superseded: Pick<Of<'superseded'>, 'position' | 'epoch'> | null;
  readonly messages: readonly Message[];
  readonly room: RoomView | null;
  readonly staff: Of<'room'>['staff'];
  /** Whether the room's video works; null: nothing was said of it yet. */
  readonly video: RoomVideoState | null;
  readonly rows: Readonly<Record<string, ConsoleRow>>;
  readonly peers: Readonly<Record<string, readonly Peer[]>>;
  /** Sealed score sheets by sitting. */
  readonly sealed: Readonly<Record<string, number>>;
}

export const atFirst: LiveState = {
  connection: 'connecting',
  brokenSince: null,
  hellos: 0,
  view: null,
  surroundings: null,
  superseded: null,
  messages: [],
  room: null,
  staff: [],
  video: null,
  rows: {},
  peers: {},
  sealed: {},
};

/** A view that was overtaken on the way never replaces the newer one. */
export const newer = <T extends { readonly revision: number }>(known: T | null, offered: T): T =>
  known && known.revision > offered.revision ? known : offered;

export function withMessages(state: LiveState, offered: readonly Message[]): LiveState {
  const byId = new Map(state.messages.map((message) => [message.id, message]));
  offered.forEach((message) => byId.set(message.id, message));
  const messages = [...byId.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return { ...state, messages };
}

/** Presence has no revision and is always the newest; what the workflow decided goes by its revision. */
function withRow(known: ConsoleRow | undefined, offered: ConsoleRow): ConsoleRow {
  if (!known || known.revision <= offered.revision) return offered;
  return { ...offered, revision: known.revision, staff: known.staff };
}

function withRows(state: LiveState, { whole, rows }: Of<'rows'>): LiveState {
  const kept: Record<string, ConsoleRow> = whole ? {} : { ...state.rows };
  for (const row of rows) kept[row.sittingId] = withRow(state.rows[row.sittingId], row);
  return { ...state, rows: kept };
}

export function receive(state: LiveState, event: LiveEvent): LiveState {
  switch (event.event) {
    case 'hello':
      return { ...state, connection: 'open', brokenSince: null, hellos: state.hellos + 1 };
    case 'view':
      return { ...state, view: newer(state.view, event.view) };
    case 'surroundings':
      return { ...state, surroundings: event.surroundings };
    case 'superseded':
      return { ...state, superseded: { position: event.position, epoch: event.epoch } };
    case 'room':
      return { ...state, room: newer(state.room, event.room), staff: event.staff };
    case 'video':
      return { ...state, video: event.video };
    case 'rows':
      return withRows(state, event);
    case 'message':
      return withMessages(state, [event.message]);
    case 'peers':
      return { ...state, peers: { ...state.peers, [event.stageId]: event.peers } };
    case 'mail':
      return state;
    case 'score':
      return { ...state, sealed: { ...state.sealed, [event.sittingId]: event.sealed } };
    default:
      return assertNever(event);
  }
}

export function broken(state: LiveState, at: number): LiveState {
  return { ...state, connection: 'broken', brokenSince: state.brokenSince ?? at };
}
