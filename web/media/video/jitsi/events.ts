/** What an `errorOccurred` means for us, by Jitsi's name for it. */
export type JitsiTrouble =
  /** No token, a bad one or an old one: a fresh one is asked for and joined with. */
  | 'token'
  /** The token is of another room: asking again may help once, then it is refused. */
  | 'wrong-room'
  /** The network or the bridge: joining again is worth it. */
  | 'passing'
  /** Jitsi has no camera or microphone; the conference goes on. */
  | 'device'
  | 'none';

const troubles: Readonly<Record<string, JitsiTrouble>> = {
  'connection.passwordRequired': 'token',
  'conference.authenticationRequired': 'token',
  'conference.connectionError.notAllowed': 'wrong-room',
  'connection.droppedError': 'passing',
  'connection.otherError': 'passing',
  'connection.serverError': 'passing',
  'conference.connectionError': 'passing',
  'conference.iceFailed': 'passing',
  'conference.focusDisconnected': 'passing',
  'conference.focusLeft': 'passing',
  'conference.videobridgeNotAvailable': 'passing',
  'conference.setup_failed': 'passing',
  'conference.max_users': 'wrong-room',
  'gum.permission_denied': 'device',
  'gum.not_found': 'device',
  'gum.constraint_failed': 'device',
  'gum.unsupported_resolution': 'device',
  'gum.general': 'device',
};

/** Reads `{ error: { name, message } }`. Unknown names are passing when Jitsi calls them fatal, else nothing. */
export function troubleOf(detail: Readonly<Record<string, unknown>>): {
  name: string;
  trouble: JitsiTrouble;
} {
  const error = (typeof detail.error === 'object' && detail.error ? detail.error : detail) as Record<
    string,
    unknown
  >;
  const name = typeof error.name === 'string' ? error.name : 'unknown';
  return { name, trouble: troubles[name] ?? (error.isFatal === true ? 'passing' : 'none') };
}

/** Who is in the frame, by Jitsi's own id and the name that our options gave him. */
export interface JitsiParticipant {
  readonly id: string;
  readonly displayName: string;
}

export function participantOf(detail: Readonly<Record<string, unknown>>): JitsiParticipant | null {
  const { id, displayName } = detail;
  if (typeof id !== 'string') return null;
  return { id, displayName: typeof displayName === 'string' ? displayName : '' };
}
