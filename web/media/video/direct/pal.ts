import type { Mail, Peer } from '#protocol/live.schema';
import { peerState, remedyFor } from './health';
import { createInbox, type Anew, type Inbox } from './inbox';
import type { Letter } from './letters';
import { Link } from './link';
import type { LinkLook } from './link-look';
import type { Mailbox } from './mailbox';
import { createOutbox, type Outbox } from './outbox';
import type { Sends } from './plan';
import type { Outgoing } from './senders';
import type { PeerState } from '../port';

export interface PalParts {
  readonly me: Peer;
  /** Grows with every joining of this page. */
  readonly life: number;
  readonly peer: Peer;
  /** Above 0 where there were connections with him before: the first of this pal replaces them on both ends. */
  readonly firstLink: number;
  readonly mailbox: Mailbox;
  readonly connect: () => RTCPeerConnection;
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
  readonly log: (step: string, outcome: string) => void;
  /** Something that others see may be different now. */
  readonly changed: () => void;
}

/** What his letters said. */
interface Heard {
  readonly sends: Sends;
  /** He talks with this position 2. */
  readonly talks: boolean;
  readonly ease: number;
  readonly gone: boolean;
}

/** Lives and threads are told apart by when they began, in whole µs of this page. */
export const stampOf = (now: number): number => Math.round(now * 1000);

const nothingHeard: Heard = { sends: { camera: 'none', sound: false }, talks: false, ease: 0, gone: false };
/** A mail that is missing for so long will not come: its letters are worthless by then. */
const GIVE_UP_MAIL_MS = 10_000;

/** Another participant as this page deals with him: his post, the link to him, and how he is. */
export class Pal {
  heard: Heard = nothingHeard;
  /** Named by the server's list now. */
  listedAt: number;
  link: Link | null = null;
  private readonly inbox: Inbox;
  private readonly outbox: Outbox;
  private linkNumber: number;
  private madeAt: number;
  private downSince: number | null;
  private restartedAt: number | null = null;
  private everConnected = false;
  private arrivedAt: number;
  private last: LinkLook | null = null;
  private loss = 0;
  private said: Sends = { camera: 'none', sound: false };

  constructor(private readonly parts: PalParts) {
    const { peer, me, life, mailbox, now, pause, firstLink } = parts;
    const thread = stampOf(now());
    this.inbox = createInbox({ epoch: peer.epoch, me: { epoch: me.epoch, life, thread }, now });
    const heading = () => ({
      ...{ life, thread, toEpoch: peer.epoch },
      ...{ toLife: this.inbox.life(), toThread: this.inbox.thread() },
    });
    this.outbox = createOutbox({ post: (body) => mailbox.send(peer.peerId, body), heading, pause });
    this.listedAt = this.madeAt = this.arrivedAt = now();
    this.downSince = now();
    this.linkNumber = firstLink;
    if (firstLink > 0) this.say({ kind: 'renewed', link: firstLink });
  }

  /** Of the connection after the present one. */
  get nextLink(): number {
    return this.linkNumber + 1;
  }

  get peer(): Peer {
    return this.parts.peer;
  }

  say(letter: Letter): void {
    this.outbox.send(letter);
  }

  /** Reads what came; when its sender began anew, this pal is to be replaced by a new one. */
  take(mail: Mail): Anew | null {
    const { letters, anew } = this.inbox.take(mail);
    letters.forEach((letter) => this.read(letter));
    return anew;
  }

  /** Sends this much; the link is made when there is something to send or to expect. */
  send(sends: Sends, outgoing: Outgoing, expected: boolean): void {
    if (this.said.camera !== sends.camera || this.said.sound !== sends.sound) {
      this.said = sends;
      this.say({ kind: 'sending', ...sends });
    }
    const wanted = sends.camera === 'live' || sends.sound || expected;
    if (!wanted && !this.link) return;
    this.link ??= this.makeLink();
    void this.link.set(outgoing);
  }

  state(): PeerState {
    const { sends } = this.heard;
    if (!this.link) return 'live';
    const now = this.parts.now();
    return peerState({
      connection: this.link.state,
      expecting: sends.camera === 'live' || sends.sound,
      ageMs: now - this.madeAt,
      silentMs: now - this.arrivedAt,
      loss: this.loss,
      everConnected: this.everConnected || this.link.state === 'connected',
    });
  }

  /** Something is under way on which mail may depend. */
  get unsettled(): boolean {
    if (this.inbox.gapSince() !== null) return true;
    return this.link !== null && (this.link.state !== 'connected' || this.link.unansweredSince !== null);
  }

  /** Looks at the link's statistics; null while there are none. */
  async look(): Promise<LinkLook | null> {
    const { link } = this;
    if (!link || link.state !== 'connected') return null;
    const look = await link.look();
    if (link !== this.link) return null;
    this.note(look);
    return look;
  }

  /** Mends what is broken. To be called every second. */
  tend(): void {
    const now = this.parts.now();
    const gap = this.inbox.gapSince();
    if (gap !== null && now - gap > GIVE_UP_MAIL_MS) this.inbox.skip().forEach((letter) => this.read(letter));
    if (!this.link || this.heard.gone) return;
    const { state, unansweredSince } = this.link;
    if (state === 'connected') this.noteConnected(now);
    else this.downSince ??= now;
    const remedy = remedyFor({
      connection: state,
      downMs: this.downSince === null ? 0 : now - Math.max(this.downSince, this.madeAt),
      sinceRestartMs: this.restartedAt === null ? null : now - this.restartedAt,
      unansweredMs: unansweredSince === null ? 0 : now - unansweredSince,
    });
    if (remedy !== 'none') this.mend(remedy);
  }

  close(): void {
    this.outbox.close();
    this.link?.close();
    this.link = null;
  }

  private mend(remedy: 'restart-ice' | 'rebuild'): void {
    this.parts.log(remedy, `${this.peer.role} ${this.link?.state ?? 'closed'}`);
    this.restartedAt = this.parts.now();
    if (remedy === 'restart-ice') this.link?.restart();
    else {
      this.renew(this.linkNumber + 1);
      this.say({ kind: 'renewed', link: this.linkNumber });
    }
  }

  private noteConnected(now: number): void {
    if (!this.everConnected) {
      this.parts.log('connected', `${this.peer.role} after ${now - this.madeAt} ms`);
      this.arrivedAt = now;
    }
    this.everConnected = true;
    this.downSince = null;
    this.restartedAt = null;
  }

  private note(look: LinkLook): void {
    const { last, heard } = this;
    const bytes = (of: LinkLook): number => (heard.sends.camera === 'live' ? of.videoBytes : of.audioBytes);
    if (!last || bytes(look) > bytes(last)) this.arrivedAt = this.parts.now();
    const lost = look.lost - (last?.lost ?? 0);
    const packets = look.packets - (last?.packets ?? 0) + lost;
    this.loss = packets > 0 ? Math.max(0, lost) / packets : 0;
    this.last = look;
  }

  private read(letter: Letter): void {
    switch (letter.kind) {
      case 'description':
      case 'candidates':
        if (letter.link < this.linkNumber) return;
        if (letter.link > this.linkNumber) this.renew(letter.link);
        this.link ??= this.makeLink();
        void this.link.read(letter);
        return;
      case 'renewed':
        if (letter.link > this.linkNumber) this.renew(letter.link);
        return;
      case 'sending':
        // From now on other things are expected: their silence is counted anew.
        this.arrivedAt = this.parts.now();
        this.heard = { ...this.heard, sends: { camera: letter.camera, sound: letter.sound } };
        break;
      case 'talk':
        this.heard = { ...this.heard, talks: letter.on };
        break;
      case 'ease':
        this.heard = { ...this.heard, ease: letter.level };
        break;
      case 'bye':
        this.heard = { ...this.heard, gone: true };
        break;
    }
    this.parts.changed();
  }

  private makeLink(): Link {
    const { me, peer, connect, changed, now } = this.parts;
    this.madeAt = this.downSince = now();
    // A link made anew brings nothing yet: who was lost stays lost until it does.
    if (!this.everConnected) this.arrivedAt = now();
    this.last = null;
    return new Link({
      connection: connect(),
      number: this.linkNumber,
      polite: me.peerId > peer.peerId,
      send: (letter) => this.say(letter),
      now,
      changed,
    });
  }

  /** A new connection in place of the old; the stage sends on it what it sent before. */
  private renew(number: number): void {
    this.link?.close();
    this.linkNumber = number;
    this.link = this.makeLink();
    this.parts.changed();
  }
}
