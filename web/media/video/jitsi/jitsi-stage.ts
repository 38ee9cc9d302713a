import { assertNever } from '#protocol/assert-never';
import type { Peer } from '#protocol/live.schema';
import type { Roster } from '../direct/mailbox';
import type { JoinLog, Publishing, StagePeer } from '../port';
import type { StageStore } from '../stage-store';
import { participantOf, troubleOf } from './events';
import type { JitsiApi, JitsiMaker } from './external-api';
import { displayNameOf, jitsiOptions, startsMuted, type JitsiSeat } from './options';

export interface JitsiParts {
  readonly seat: JitsiSeat;
  readonly domain: string;
  readonly load: (domain: string) => Promise<JitsiMaker>;
  /** The hall's own list: roles and positions, of which the frame's events say nothing. */
  readonly peers: readonly Peer[];
  readonly roster: Roster;
  readonly store: StageStore;
  readonly log: JoinLog;
  /** A fresh token for the same room; null when the server refuses one. */
  readonly renew: () => Promise<Pick<JitsiSeat, 'jwt' | 'roomName'> | null>;
  readonly pause: (ms: number) => Promise<void>;
}

const AGAIN_AFTER_MS = 2_000;
/** Tokens that are refused one after another are no accident. */
const MOST_RENEWALS = 3;

type Detail = Readonly<Record<string, unknown>>;

/** One joined stage of the `jitsi` provider: an iframe that holds its own camera, driven by events. */
export class JitsiStage {
  private seat: JitsiSeat;
  private api: JitsiApi | null = null;
  private place: HTMLElement | null = null;
  private muted: { audio: boolean; video: boolean };
  private renewals = 0;
  private open = true;
  private listed: readonly Peer[];
  /** Names in the frame, by Jitsi's ids. */
  private readonly present = new Map<string, string>();
  private readonly unlist: () => void;

  constructor(private readonly parts: JitsiParts) {
    this.seat = parts.seat;
    this.muted = startsMuted(parts.seat);
    this.listed = parts.peers;
    this.unlist = parts.roster.onPeers((peers) => {
      this.listed = peers;
      this.publish();
    });
    parts.store.become({ capture: 'frame' });
  }

  /** The frame is made where the page shows it, and made anew when the page moves it. */
  showIn(place: HTMLElement | null): void {
    if (place === this.place) return;
    this.place = place;
    this.dispose();
    if (place) void this.enter();
  }

  setPublishing(publishing: Publishing): void {
    this.seat = { ...this.seat, publishing };
    const wanted = startsMuted(this.seat);
    if (wanted.audio !== this.muted.audio) this.api?.executeCommand('toggleAudio');
    if (wanted.video !== this.muted.video) this.api?.executeCommand('toggleVideo');
    this.muted = wanted;
  }

  close(): void {
    this.open = false;
    this.unlist();
    this.api?.executeCommand('hangup');
    this.dispose();
  }

  private dispose(): void {
    this.api?.dispose();
    this.api = null;
    this.present.clear();
    this.publish();
  }

  private async enter(): Promise<void> {
    const { domain, load, log, store } = this.parts;
    const { place } = this;
    store.become({ phase: 'joining' });
    try {
      const Maker = await load(domain);
      if (!this.open || place === null || place !== this.place) return;
      log('script', 'loaded');
      this.muted = startsMuted(this.seat);
      this.api = new Maker(domain, jitsiOptions(this.seat, place));
      this.listen(this.api);
    } catch (fault) {
      log('script', fault instanceof Error ? fault.message : 'failed');
      store.become({ phase: 'failed', refused: 'UNAVAILABLE' });
    }
  }

  private listen(api: JitsiApi): void {
    const { log, store } = this.parts;
    const hear = (event: string, does: (detail: Detail) => void): void =>
      api.on(event, (detail) => {
        if (api === this.api) does(detail);
      });
    hear('videoConferenceJoined', () => {
      log('conference', 'joined');
      this.renewals = 0;
      store.become({ phase: 'joined', refused: null });
    });
    hear('participantJoined', (detail) => this.arrive(detail));
    hear('participantLeft', ({ id }) => {
      this.present.delete(String(id));
      this.publish();
    });
    hear('errorOccurred', (detail) => void this.trouble(detail));
    hear('participantKickedOut', () => log('conference', 'kicked'));
    hear('peerConnectionFailure', () => log('connection', 'failed'));
    hear('suspendDetected', () => void this.again('suspended'));
    hear('audioMuteStatusChanged', ({ muted }) => this.note('audio', muted));
    hear('videoMuteStatusChanged', ({ muted }) => this.note('video', muted));
    hear('readyToClose', () => void this.again('closed'));
  }

  private note(kind: 'audio' | 'video', muted: unknown): void {
    this.muted = { ...this.muted, [kind]: muted === true };
  }

  private arrive(detail: Detail): void {
    const participant = participantOf(detail);
    if (!participant) return;
    this.present.set(participant.id, participant.displayName);
    this.publish();
  }

  private publish(): void {
    const here = new Set(this.present.values());
    const others = this.listed.filter(({ peerId }) => peerId !== this.seat.me.peerId);
    const peers = others.map((peer): StagePeer => {
      const inside = here.has(displayNameOf(peer));
      return {
        ...peer,
        camera: null,
        state: inside ? 'live' : 'connecting',
        audio: inside && peer.position !== 2,
        speaking: false,
        picture: inside ? 'live' : 'none',
      };
    });
    this.parts.store.become({ peers });
  }

  private async trouble(detail: Detail): Promise<void> {
    const { name, trouble } = troubleOf(detail);
    this.parts.log('error', name);
    switch (trouble) {
      case 'token':
      case 'wrong-room':
        return this.renew();
      case 'passing':
        return this.again(name);
      case 'device':
      case 'none':
        return;
      default:
        return assertNever(trouble);
    }
  }

  private async renew(): Promise<void> {
    const { store, log, renew } = this.parts;
    this.renewals += 1;
    if (this.renewals > MOST_RENEWALS) {
      log('token', 'refused too often');
      store.become({ phase: 'failed', refused: 'NOT_ALLOWED' });
      this.dispose();
      return;
    }
    const fresh = await renew();
    log('token', fresh ? 'renewed' : 'refused');
    if (!fresh) return;
    this.seat = { ...this.seat, ...fresh };
    this.dispose();
    await this.enter();
  }

  private async again(cause: string): Promise<void> {
    if (!this.open) return;
    this.parts.log('rejoin', cause);
    this.dispose();
    this.parts.store.become({ phase: 'joining' });
    await this.parts.pause(AGAIN_AFTER_MS);
    // Tokens are checked at joining only and may be old by now.
    if (this.open && this.place) await this.renew();
  }
}
