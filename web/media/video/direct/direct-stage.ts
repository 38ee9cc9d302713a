import type { Mail, Peer } from '#protocol/live.schema';
import type { DirectParts } from './direct-parts';
import { Pal, stampOf } from './pal';
import { sendsOf, type Sends, type Talk } from './plan';
import { Playback } from './playback';
import { silence, type Outgoing } from './senders';
import { Uplink } from './uplink';
import type { Publishing } from '../port';

const TICK_MS = 500;
const LOOK_EVERY = 4;
/** Pushes are best effort, so mail is asked for too: soon while something is under way, else now and then. */
const PULL_SOON = 5;
const PULL_EVERY = 20;
/** A peer that the server no longer lists may still be on the line: its stream may have broken, not its picture. */
const UNLISTED_MS = 60_000;
const GONE_MS = 10_000;

/** A page at one of its lives: who leaves and comes again has a higher epoch. */
const nameOf = ({ peerId, epoch }: Peer): string => `${peerId}.${epoch}`;

/** One joined stage of the `direct` provider: a link to each peer with whom something flows. */
export class DirectStage {
  private readonly pals = new Map<string, Pal>();
  private readonly playback: Playback;
  private readonly life: number;
  private publishing: Publishing;
  private talkingTo: string | null = null;
  private readonly uplink: Uplink;
  private listed: readonly Peer[];
  /** Said goodbye, and when: the list may name them a moment longer. */
  private readonly gone = new Map<string, number>();
  /** Connections with those who were dropped: who comes again may not have noticed. */
  private readonly nextLinks = new Map<string, number>();
  /** Mail of peers whom the list does not name yet. */
  private early: Mail[] = [];
  private ticks = 0;
  private arranging = false;
  private readonly ends: (() => void)[] = [];

  constructor(private readonly parts: DirectParts) {
    this.life = stampOf(parts.now());
    this.publishing = parts.publishing;
    this.uplink = new Uplink(parts.me, parts.now);
    this.listed = parts.peers;
    this.playback = new Playback(parts.soundPolicy);
    const timer = setInterval(() => this.tick(), TICK_MS);
    this.ends.push(
      () => clearInterval(timer),
      parts.mailbox.onMail((mail) => this.receive(mail)),
      parts.roster.onPeers((peers) => this.list(peers)),
      parts.source.subscribe(() => this.arrange()),
    );
    this.list(parts.peers);
    parts.mailbox.pull();
  }

  setPublishing(publishing: Publishing): void {
    this.publishing = publishing;
    this.arrange();
  }

  talkTo(peerId: string | null): void {
    if (peerId === this.talkingTo) return;
    if (this.talkingTo) this.pals.get(this.talkingTo)?.say({ kind: 'talk', on: false });
    this.talkingTo = peerId;
    if (peerId) this.pals.get(peerId)?.say({ kind: 'talk', on: true });
    this.arrange();
  }

  /** Ends everything; with a goodbye, unless this page comes back at once, so that nobody takes it for a broken line. */
  close({ goodbye }: { readonly goodbye: boolean }): void {
    if (goodbye) this.pals.forEach((pal) => pal.say({ kind: 'bye' }));
    this.ends.forEach((end) => end());
    const pals = [...this.pals.values()];
    this.pals.clear();
    pals.forEach((pal) => pal.link?.close());
    // The goodbyes get their moment on the wire.
    void this.parts.pause(1_000).then(() => pals.forEach((pal) => pal.close()));
  }

  private list(peers: readonly Peer[]): void {
    const { me, now, onUnseated } = this.parts;
    this.listed = peers;
    if (!peers.some((peer) => peer.peerId === me.peerId)) onUnseated();
    const others = peers.filter(({ peerId }) => peerId !== me.peerId);
    others
      .filter((peer) => now() - (this.gone.get(nameOf(peer)) ?? -GONE_MS) >= GONE_MS)
      .forEach((peer) => this.welcome(peer));
    for (const pal of this.pals.values()) {
      if (peers.some(({ peerId }) => peerId === pal.peer.peerId)) pal.listedAt = now();
      else if (this.isReplaced(pal.peer)) this.drop(pal);
    }
    const early = this.early;
    this.early = [];
    early.forEach((mail) => this.receive(mail));
    this.arrange();
  }

  /** The same person on the same position came with another page: the former one is over. */
  private isReplaced({ role, name, position }: Peer): boolean {
    return this.listed.some((peer) => peer.role === role && peer.name === name && peer.position === position);
  }

  private welcome(peer: Peer): Pal {
    const known = this.pals.get(peer.peerId);
    return known && known.peer.epoch >= peer.epoch ? known : this.meetAnew(peer);
  }

  private meetAnew(peer: Peer, firstLink = this.nextLinks.get(nameOf(peer)) ?? 0): Pal {
    this.pals.get(peer.peerId)?.close();
    const { me, mailbox, connect, now, pause, log } = this.parts;
    const changed = (): void => this.arrange();
    const pal = new Pal({ me, life: this.life, peer, firstLink, mailbox, connect, now, pause, log, changed });
    this.pals.set(peer.peerId, pal);
    if (this.talkingTo === peer.peerId) pal.say({ kind: 'talk', on: true });
    return pal;
  }

  private receive(mail: Mail): void {
    const pal = this.pals.get(mail.from);
    if (!pal) {
      // Not acknowledged: it comes again with the list that names its sender, or runs out.
      if (!this.early.some(({ id }) => id === mail.id)) this.early.push(mail);
      return;
    }
    this.parts.mailbox.ack(mail.id);
    const anew = pal.take(mail);
    if (anew === 'joined') this.meetAnew({ ...pal.peer, epoch: mail.fromEpoch }).take(mail);
    if (anew === 'met') this.meetAnew(pal.peer, pal.nextLink).take(mail);
    if (!pal.heard.gone) return;
    this.gone.set(nameOf(pal.peer), this.parts.now());
    this.drop(pal);
  }

  private drop(pal: Pal): void {
    pal.close();
    if (!pal.heard.gone) this.nextLinks.set(nameOf(pal.peer), pal.nextLink);
    this.pals.delete(pal.peer.peerId);
    this.playback.forget(pal.peer.peerId);
    this.arrange();
  }

  private get everybody(): readonly Peer[] {
    return [this.parts.me, ...[...this.pals.values()].map((pal) => pal.peer)];
  }

  private get talks(): readonly Talk[] {
    const { me } = this.parts;
    const mine = this.talkingTo ? [{ from: me.peerId, to: this.talkingTo }] : [];
    const theirs = [...this.pals.values()].filter((pal) => pal.heard.talks);
    return [...mine, ...theirs.map((pal) => ({ from: pal.peer.peerId, to: me.peerId }))];
  }

  /** Several causes of one moment are arranged for once. */
  private arrange(): void {
    if (this.arranging) return;
    this.arranging = true;
    queueMicrotask(() => {
      this.arranging = false;
      this.arrangeNow();
    });
  }

  private arrangeNow(): void {
    const { me, source } = this.parts;
    const { everybody, talks } = this;
    const tracks = source.stream();
    const video = this.publishing.camera ? (tracks?.getVideoTracks()[0] ?? null) : null;
    const audio = this.publishing.microphone ? (tracks?.getAudioTracks()[0] ?? null) : null;
    const planned = [...this.pals.values()].map((pal) => ({
      pal,
      mine: sendsOf(me, pal.peer, everybody, talks),
      his: sendsOf(pal.peer, me, everybody, talks),
    }));
    const receivers = planned.filter(({ mine }) => mine.camera === 'live').length;
    const cap = this.uplink.cap(receivers, this.easeLevel);
    for (const { pal, mine, his } of planned) {
      const live = mine.camera === 'live' && cap !== null;
      const sends: Sends = {
        camera: !video ? 'none' : mine.camera === 'live' && !cap ? 'stills' : mine.camera,
        sound: mine.sound && audio !== null,
      };
      const outgoing: Outgoing =
        live || mine.sound ? { video: live ? video : null, cap, audio: mine.sound ? audio : null } : silence;
      pal.send(sends, outgoing, his.camera === 'live' || his.sound);
    }
    this.publish();
  }

  private get easeLevel(): number {
    return this.uplink.level(this.device(1)?.heard.ease ?? 0);
  }

  private device(position: 1 | 2): Pal | undefined {
    return [...this.pals.values()].find(
      ({ peer }) => peer.role === 'candidate' && peer.position === position,
    );
  }

  private publish(): void {
    const { me, store } = this.parts;
    const peers = [...this.pals.values()].map((pal) => this.playback.show(pal));
    const wanted = [...this.pals.values()].some(
      ({ peer }) =>
        peer.role !== 'candidate' && me.role === 'candidate' && this.picturesFor(peer) === 'stills',
    );
    const same =
      peers.length === store.state().peers.length &&
      peers.every((peer, at) => peer === store.state().peers[at]);
    const uploadsWait = this.uplink.uploadsWait(this.device(1)?.heard.ease ?? 0);
    store.become({ stillsWanted: wanted, ease: this.easeLevel, uploadsWait, ...(same ? {} : { peers }) });
  }

  private picturesFor(peer: Peer): Sends['camera'] {
    const { camera } = sendsOf(this.parts.me, peer, this.everybody, this.talks);
    return camera === 'live' && !this.uplink.cap(1, this.easeLevel) ? 'stills' : camera;
  }

  private tick(): void {
    const now = this.parts.now();
    this.ticks += 1;
    for (const pal of this.pals.values()) {
      if (this.ticks % 2 === 0) pal.tend();
      const listed = this.listed.some(({ peerId }) => peerId === pal.peer.peerId);
      const hanging = pal.state() === 'live' && pal.link !== null && now - pal.listedAt < UNLISTED_MS;
      if (!listed && !hanging) this.drop(pal);
    }
    if (this.ticks % LOOK_EVERY === 0) void this.look();
    const unsettled = this.early.length > 0 || [...this.pals.values()].some((pal) => pal.unsettled);
    if (this.ticks % (unsettled ? PULL_SOON : PULL_EVERY) === 0) this.parts.mailbox.pull();
    this.publish();
  }

  private async look(): Promise<void> {
    const { me, log, source } = this.parts;
    const pals = [...this.pals.values()];
    const looks = await Promise.all(pals.map((pal) => pal.look().catch(() => null)));
    const sending = this.publishing.camera && source.stream() !== null;
    const receivers = sending ? pals.filter(({ peer }) => this.picturesFor(peer) === 'live').length : 0;
    const second = this.device(2);
    const told = looks.filter((look) => look !== null);
    if (!this.uplink.note(told, receivers, second !== undefined)) return;
    log('ease', `${this.uplink.own}`);
    if (me.position === 1) second?.say({ kind: 'ease', level: this.uplink.own });
    this.arrange();
  }
}
