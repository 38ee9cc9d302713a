import type { Letter } from './letters';
import { lookAt, type LinkLook } from './link-look';
import { Senders, type Outgoing } from './senders';

export interface LinkParts {
  readonly connection: RTCPeerConnection;
  /** Counts the connections of this pair; both ends agree on the highest. */
  readonly number: number;
  /** When both offer at once, the polite one takes his back. */
  readonly polite: boolean;
  readonly send: (letter: Letter) => void;
  readonly now: () => number;
  /** A track came, or the connection changed. */
  readonly changed: () => void;
}

type Description = Extract<Letter, { kind: 'description' }>;
type Candidates = Extract<Letter, { kind: 'candidates' }>;

/** Candidates come in bursts; one letter carries a burst. */
const CANDIDATE_PAUSE_MS = 120;

/** One connection to one peer, negotiated perfectly: either end may offer at any time. */
export class Link {
  readonly tracks = new Set<MediaStreamTrack>();
  private readonly senders: Senders;
  private readonly burst: Candidates['candidates'] = [];
  private burstTimer: ReturnType<typeof setTimeout> | null = null;
  private making = false;
  private answering = false;
  private offeredAt: number | null = null;
  /** Letters are read, and tracks set, one after another: descriptions must not overtake each other. */
  private work: Promise<void> = Promise.resolve();

  constructor(private readonly parts: LinkParts) {
    const { connection } = parts;
    this.senders = new Senders(connection);
    connection.addEventListener('negotiationneeded', () => void this.offer());
    connection.addEventListener('icecandidate', ({ candidate }) => candidate && this.collect(candidate));
    connection.addEventListener('connectionstatechange', parts.changed);
    connection.addEventListener('track', ({ track }) => {
      this.tracks.add(track);
      track.addEventListener('ended', parts.changed);
      parts.changed();
    });
  }

  get number(): number {
    return this.parts.number;
  }

  get state(): RTCPeerConnectionState {
    return this.parts.connection.connectionState;
  }

  /** Since when an offer of ours waits for its answer, by the page's clock; null while none does. */
  get unansweredSince(): number | null {
    return this.parts.connection.signalingState === 'have-local-offer' ? this.offeredAt : null;
  }

  read(letter: Description | Candidates): Promise<void> {
    return this.next(() => (letter.kind === 'description' ? this.describe(letter) : this.add(letter)));
  }

  set(outgoing: Outgoing): Promise<void> {
    return this.next(() => this.senders.set(outgoing));
  }

  async look(): Promise<LinkLook> {
    const reports: Record<string, unknown>[] = [];
    (await this.parts.connection.getStats()).forEach((report: Record<string, unknown>) =>
      reports.push(report),
    );
    return lookAt(reports);
  }

  isSpeaking(): boolean {
    return this.parts.connection
      .getReceivers()
      .filter(({ track }) => track.kind === 'audio')
      .some((receiver) => (receiver.getSynchronizationSources()[0]?.audioLevel ?? 0) > 0.02);
  }

  /** New ways are looked for; what flows goes on until they are found. */
  restart(): void {
    this.parts.connection.restartIce();
  }

  close(): void {
    if (this.burstTimer) clearTimeout(this.burstTimer);
    this.parts.connection.close();
    this.tracks.clear();
  }

  private get closed(): boolean {
    return this.parts.connection.signalingState === 'closed';
  }

  private next(job: () => Promise<void>): Promise<void> {
    // A letter of a connection that was closed or made anew meanwhile cannot be read; the new one brings its own.
    this.work = this.work.then(() => (this.closed ? undefined : job())).catch(() => undefined);
    return this.work;
  }

  private async offer(): Promise<void> {
    if (this.closed) return;
    try {
      this.making = true;
      await this.parts.connection.setLocalDescription();
      this.sayLocal();
    } catch {
      // Overtaken by the other's offer: the engine asks again when things are quiet.
    } finally {
      this.making = false;
    }
  }

  private sayLocal(): void {
    const local = this.parts.connection.localDescription;
    if (!local) return;
    this.offeredAt = this.parts.now();
    this.parts.send({ kind: 'description', link: this.number, type: local.type, sdp: local.sdp });
  }

  private async describe({ type, sdp }: Description): Promise<void> {
    const { connection, polite } = this.parts;
    const ready = !this.making && (connection.signalingState === 'stable' || this.answering);
    if (!polite && type === 'offer' && !ready) return;
    this.answering = type === 'answer';
    try {
      await connection.setRemoteDescription({ type, sdp });
    } finally {
      this.answering = false;
    }
    if (type !== 'offer') return;
    await connection.setLocalDescription();
    this.sayLocal();
  }

  private async add({ candidates }: Candidates): Promise<void> {
    for (const candidate of candidates) {
      await this.parts.connection.addIceCandidate(candidate).catch(() => undefined);
    }
  }

  private collect({ candidate, sdpMid, sdpMLineIndex, usernameFragment }: RTCIceCandidate): void {
    this.burst.push({ candidate, sdpMid, sdpMLineIndex, usernameFragment });
    this.burstTimer ??= setTimeout(() => {
      this.burstTimer = null;
      this.parts.send({ kind: 'candidates', link: this.number, candidates: this.burst.splice(0) });
    }, CANDIDATE_PAUSE_MS);
  }
}
