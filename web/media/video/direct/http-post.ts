import { ulid } from 'ulid';
import { acknowledgeMail, readMail, sendMail } from '#contract/video';
import type { Mail, Peer } from '#protocol/live.schema';
import type { Call } from '../../../api/client';
import type { LiveStore } from '../../../live/live-store';
import type { Envelope } from './letters';
import type { Mailbox, Roster } from './mailbox';

interface HttpPostParts {
  readonly call: Call;
  readonly live: LiveStore;
  readonly stageId: string;
  readonly peerId: string;
}

/** Acknowledgements of one burst go together. */
const ACK_PAUSE_MS = 200;
const MOST_ACKS = 200;

/** Signalling over the contract: posted by HTTP, pushed by the page's stream, asked for after each new stream. */
export class HttpPost implements Mailbox, Roster {
  private readonly mailListeners = new Set<(mail: Mail) => void>();
  private readonly peerListeners = new Set<(peers: readonly Peer[]) => void>();
  private readonly acks: string[] = [];
  private acking: ReturnType<typeof setTimeout> | null = null;
  private pulling = false;
  private hellos: number;
  private listed: readonly Peer[] | undefined;
  private readonly ends: (() => void)[];

  constructor(private readonly parts: HttpPostParts) {
    const { live, stageId, peerId } = parts;
    this.hellos = live.state().hellos;
    this.listed = live.state().peers[stageId];
    this.ends = [
      live.subscribe(() => this.notice()),
      live.onMail((mail) => {
        if (mail.stageId === stageId && mail.to === peerId) this.hear(mail);
      }),
    ];
  }

  readonly send = async (to: string, body: Envelope): Promise<void> => {
    const { call, stageId, peerId } = this.parts;
    const answer = await call(sendMail, { body: { stageId, id: ulid(), from: peerId, to, body } });
    if (!answer.ok) throw new Error(`The mail was not kept: ${answer.no.refused}`);
  };

  readonly onMail = (listener: (mail: Mail) => void): (() => void) => {
    this.mailListeners.add(listener);
    return () => this.mailListeners.delete(listener);
  };

  readonly onPeers = (listener: (peers: readonly Peer[]) => void): (() => void) => {
    this.peerListeners.add(listener);
    return () => this.peerListeners.delete(listener);
  };

  readonly ack = (id: string): void => {
    this.acks.push(id);
    this.acking ??= setTimeout(() => void this.acknowledge(), ACK_PAUSE_MS);
  };

  readonly pull = (): void => void this.ask();

  close(): void {
    this.ends.forEach((end) => end());
    if (this.acking) clearTimeout(this.acking);
  }

  private hear(mail: Mail): void {
    this.mailListeners.forEach((tell) => tell(mail));
  }

  private list(peers: readonly Peer[]): void {
    this.peerListeners.forEach((tell) => tell(peers));
  }

  private async ask(): Promise<void> {
    if (this.pulling) return;
    this.pulling = true;
    const { call, stageId, peerId } = this.parts;
    const listedBefore = this.listed;
    const answer = await call(readMail, { query: { stageId, peerId } });
    this.pulling = false;
    if (answer.ok) {
      // A list that was pushed meanwhile may be newer than this one: who is only on it has just come.
      if (this.listed === listedBefore) this.list(answer.value.peers);
      answer.value.mail.forEach((mail) => this.hear(mail));
    } else if (answer.no.refused === 'NOT_ALLOWED') {
      // Not on the stage any more, or the stage is over: an empty list says so.
      this.list([]);
    }
  }

  private async acknowledge(): Promise<void> {
    const { call, stageId, peerId } = this.parts;
    const ids = this.acks.splice(0, MOST_ACKS);
    // Lost acknowledgements cost a repetition, which the reader knows by its number.
    await call(acknowledgeMail, { body: { stageId, peerId, ids } });
    this.acking = this.acks.length > 0 ? setTimeout(() => void this.acknowledge(), ACK_PAUSE_MS) : null;
  }

  private notice(): void {
    const { live, stageId } = this.parts;
    const { hellos, peers } = live.state();
    if (hellos !== this.hellos) {
      this.hellos = hellos;
      this.pull();
    }
    const named = peers[stageId];
    if (!named || named === this.listed) return;
    this.listed = named;
    this.list(named);
  }
}
