import { assertNever } from '#protocol/assert-never';
import type { Peer } from '#protocol/live.schema';
import type { Roster } from '../direct/mailbox';
import type { JoinLog, JoinTrouble, Publishing, StagePeer, StageState } from '../port';
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
  /** One join failed; it is tried again meanwhile. */
  readonly failed: (trouble: JoinTrouble) => void;
  readonly pause: (ms: number) => Promise<void>;
  /** Calls once, unless it is called off before. */
  readonly later: (ms: number, act: () => void) => () => void;
}

const AGAIN_AFTER_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;
/** Joining takes a second or two: a frame that is silent for so long is not getting in. */
const SILENT_MS = 20_000;
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
  private failures = 0;
  private inside = false;
  private callOff: () => void = () => undefined;
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
    this.callOff();
    this.inside = false;
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
      this.callOff();
      this.callOff = this.parts.later(SILENT_MS, () => void this.fail('silence', 'UNAVAILABLE'));
    } catch (fault) {
      log('script', fault instanceof Error ? fault.message : 'failed');
      await this.fail('script', 'UNAVAILABLE');
    }
  }

  /** Says so, and tries again: the server may move the stage meanwhile. */
  private async fail(trouble: JoinTrouble, refused: StageState['refused']): Promise<void> {
    if (!this.open || this.place === null) return;
    this.failures += 1;
    this.parts.failed(trouble);
    this.parts.store.become({ phase: 'failed', refused });
    await this.again(trouble);
  }

  private listen(api: JitsiApi): void {
    const { log, store } = this.parts;
    const hear = (event: string, does: (detail: Detail) => void): void =>
      api.on(event, (detail) => {
        if (api === this.api) does(detail);
      });
    hear('videoConferenceJoined', () => {
      log('conference', 'joined');
      this.callOff();
      this.renewals = 0;
      this.failures = 0;
      this.inside = true;
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
        return this.inside ? this.again(name) : this.fail('broken', 'UNAVAILABLE');
      case 'device':
      case 'none':
        return;
      default:
        return assertNever(trouble);
    }
  }

  private async renew(): Promise<void> {
    this.renewals += 1;
    if (this.renewals <= MOST_RENEWALS) return this.enterAnew();
    this.parts.log('token', 'refused too often');
    this.renewals = 0;
    await this.fail('token', 'NOT_ALLOWED');
  }

  /** Tokens are checked at joining only and may be old by now. */
  private async enterAnew(): Promise<void> {
    const fresh = await this.parts.renew();
    this.parts.log('token', fresh ? 'renewed' : 'refused');
    if (!fresh || !this.open) return;
    this.seat = { ...this.seat, ...fresh };
    this.dispose();
    await this.enter();
  }

  private async again(cause: string): Promise<void> {
    if (!this.open) return;
    const { log, store, pause } = this.parts;
    log('rejoin', cause);
    this.dispose();
    if (this.failures === 0) store.become({ phase: 'joining' });
    await pause(Math.min(AGAIN_AFTER_MS * 2 ** Math.max(0, this.failures - 1), LONGEST_PAUSE_MS));
    if (this.open && this.place) await this.enterAnew();
  }
}
