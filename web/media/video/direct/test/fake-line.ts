/** What of one another two connections agreed on. */
interface Said {
  readonly from: number;
  /** The connection that an answer answers. */
  readonly to: number | null;
  readonly kinds: readonly string[];
}

class FakeTrack extends EventTarget {
  readonly readyState = 'live';
  constructor(readonly kind: string) {
    super();
  }
  getSettings(): MediaTrackSettings {
    return { width: 640, height: 480 };
  }
}

class FakeStream {
  constructor(private readonly tracks: FakeTrack[] = []) {}
  getTracks = (): FakeTrack[] => [...this.tracks];
  getVideoTracks = (): FakeTrack[] => this.tracks.filter(({ kind }) => kind === 'video');
  getAudioTracks = (): FakeTrack[] => this.tracks.filter(({ kind }) => kind === 'audio');
  addTrack = (track: FakeTrack): void => void this.tracks.push(track);
  removeTrack = (track: FakeTrack): void => void this.tracks.splice(this.tracks.indexOf(track), 1);
}

/** Both constructors as one browser would give them; pictures are only named. */
export const fakeStream = (): MediaStream =>
  new FakeStream([new FakeTrack('video'), new FakeTrack('audio')]) as unknown as MediaStream;
export const installFakeStreams = (): void => void Object.assign(globalThis, { MediaStream: FakeStream });

/**
 * A line between fake connections. It keeps the one rule on which meeting again depends: a connection that has
 * agreed with another can never agree with a third, and learns only slowly, or never, that its partner is gone.
 */
export function createFakeLine() {
  const all = new Map<number, FakeConnection>();
  class FakeConnection extends EventTarget {
    readonly id = all.size + 1;
    partner: number | null = null;
    connectionState: RTCPeerConnectionState = 'new';
    signalingState: RTCSignalingState = 'stable';
    localDescription: { type: string; sdp: string } | null = null;
    private readonly kinds: string[] = [];
    private offered: Said | null = null;
    constructor() {
      super();
      all.set(this.id, this);
    }

    addTransceiver(track: { readonly kind: string }) {
      this.kinds.push(track.kind);
      this.restartIce();
      const sender = {
        track,
        replaceTrack: () => Promise.resolve(),
        getParameters: () => ({ encodings: [{}] }),
        setParameters: () => Promise.resolve(),
      };
      return { sender };
    }

    restartIce(): void {
      queueMicrotask(() => this.dispatchEvent(new Event('negotiationneeded')));
    }

    setLocalDescription(): Promise<void> {
      const answering = this.signalingState === 'have-remote-offer';
      const said: Said = {
        from: this.id,
        to: answering ? (this.offered?.from ?? null) : null,
        kinds: this.kinds,
      };
      this.localDescription = { type: answering ? 'answer' : 'offer', sdp: JSON.stringify(said) };
      this.signalingState = answering ? 'stable' : 'have-local-offer';
      if (answering) this.settle();
      return Promise.resolve();
    }

    setRemoteDescription({ type, sdp }: { readonly type: string; readonly sdp: string }): Promise<void> {
      const said = JSON.parse(sdp) as Said;
      const stranger = this.partner !== null && this.partner !== said.from;
      if (stranger || (type === 'answer' && said.to !== this.id))
        return Promise.reject(new Error('not of this line'));
      this.partner = said.from;
      this.offered = said;
      this.signalingState = type === 'offer' ? 'have-remote-offer' : 'stable';
      for (const kind of said.kinds)
        this.dispatchEvent(Object.assign(new Event('track'), { track: new FakeTrack(kind) }));
      if (type === 'answer') this.settle();
      return Promise.resolve();
    }

    settle(): void {
      const other = this.partner === null ? undefined : all.get(this.partner);
      if (other?.partner !== this.id || other.connectionState === 'closed') return;
      [this, other].forEach((end) => end.become('connected'));
    }

    become(state: RTCPeerConnectionState): void {
      if (this.connectionState === 'closed') return;
      this.connectionState = state;
      this.dispatchEvent(new Event('connectionstatechange'));
    }

    close(): void {
      this.become('closed');
      this.signalingState = 'closed';
    }

    getStats = (): Promise<Map<string, object>> => Promise.resolve(new Map());
    getReceivers = (): [] => [];
    addIceCandidate = (): Promise<void> => Promise.resolve();
  }
  return {
    connect: () => new FakeConnection() as unknown as RTCPeerConnection,
    /** The network is gone: what was connected is so no more, and nobody is told why. */
    cut: () => all.forEach((each) => each.connectionState === 'connected' && each.become('disconnected')),
  };
}
