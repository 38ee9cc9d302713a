import type { Logger } from 'pino';
import type { Peer } from '#protocol/live.schema';
import { lettersFor } from '../video/direct/post-office';
import type { Mailbox } from '../video/direct/mailbox';
import type { Peers, SeatedPeer } from '../video/peers';
import { slotOf } from '../video/slot';
import { parseStageId } from '../video/stage';
import type { Stages } from '../video/stages';
import type { Listener } from './listener';

/** Stages that are looked at side by side in a round. */
const AT_ONCE = 50;
/** Letters wait at most this long for a page that lives. */
const DEAF_MS = 45_000;

interface PostParts {
  readonly peers: Peers;
  readonly mailbox: Mailbox;
  readonly stages: Pick<Stages, 'tell'>;
  readonly clock: () => number;
  readonly logger: Logger;
}

/** Brings signalling and the lists of peers down the streams of this process. What fails waits for the next round. */
export class Post {
  private readonly bySlot = new Map<string, Set<Listener>>();

  constructor(private readonly parts: PostParts) {}

  get slots(): string[] {
    return [...this.bySlot.keys()];
  }

  add(listener: Listener): void {
    const slot = slotOf(listener.who);
    this.bySlot.set(slot, (this.bySlot.get(slot) ?? new Set()).add(listener));
  }

  remove(listener: Listener): void {
    const slot = slotOf(listener.who);
    const rest = this.bySlot.get(slot);
    rest?.delete(listener);
    if (rest?.size === 0) this.bySlot.delete(slot);
  }

  /** The stage's peers changed. */
  visit(stageId: string): Promise<void> {
    return this.quietly(async () => {
      await this.tellPeers(stageId);
    });
  }

  /** A letter waits for this peer. */
  deliver(stageId: string, to: string): Promise<void> {
    return this.quietly(async () => {
      const { seated } = await this.parts.peers.look(stageId);
      const receiver = seated.find(({ peer }) => peer.peerId === to);
      if (receiver) await this.bringMail(stageId, receiver);
    });
  }

  /** Everything again, in case a message went astray. */
  round(): Promise<void> {
    return this.quietly(async () => {
      const { slots } = this;
      if (slots.length === 0) return;
      const ofSlots = [...(await this.parts.peers.stagesOf(slots)).values()];
      const told = this.all().flatMap(({ toldPeers }) => [...toldPeers.keys()]);
      const open = [...new Set([...told, ...ofSlots.flat()])];
      for (let from = 0; from < open.length; from += AT_ONCE)
        await Promise.all(open.slice(from, from + AT_ONCE).map((stageId) => this.visitWithMail(stageId)));
    });
  }

  private async visitWithMail(stageId: string): Promise<void> {
    const seated = await this.tellPeers(stageId);
    for (const each of seated) await this.bringMail(stageId, each);
    await this.dropDeaf(stageId, seated);
  }

  /** Tells everybody here who is on the stage, or was when last told. */
  private async tellPeers(stageId: string): Promise<readonly SeatedPeer[]> {
    const told = this.all().filter(({ toldPeers }) => toldPeers.has(stageId));
    const seated = await this.look(stageId);
    const here = seated.flatMap(({ slot }) => this.listenersOf(slot));
    for (const listener of new Set([...told, ...here])) tellList(stageId, seated, listener);
    return seated;
  }

  /** Looks at a stage; who turns out to have gone is put off it. */
  private async look(stageId: string): Promise<readonly SeatedPeer[]> {
    const { peers, stages } = this.parts;
    const { seated, gone } = await peers.look(stageId);
    const key = parseStageId(stageId);
    for (const leaving of gone) await peers.unseat(stageId, leaving);
    if (gone.length > 0 && key) await stages.tell(key);
    return seated;
  }

  private async bringMail(stageId: string, to: SeatedPeer): Promise<void> {
    const { mailbox, peers } = this.parts;
    const { peerId } = to.peer;
    if (this.listenersOf(to.slot).length === 0) return;
    const letters = await lettersFor(mailbox, async (id) => (await peers.look(id)).seated, stageId, peerId);
    for (const { stream, sentMail } of this.listenersOf(to.slot)) {
      for (const mail of letters) {
        const id = `${peerId}.${mail.id}`;
        if (!sentMail.has(id)) stream.send({ event: 'mail', mail });
        sentMail.add(id);
      }
      if (letters.length === 0) forgetLetters(sentMail, peerId);
    }
  }

  /** A page that takes no mail for so long is gone, though another of its person is here; it joins again if not. */
  private async dropDeaf(stageId: string, seated: readonly SeatedPeer[]): Promise<void> {
    const { peers, mailbox, stages, clock } = this.parts;
    const key = parseStageId(stageId);
    for (const { slot, peer } of seated) {
      if (!key || this.listenersOf(slot).length === 0) continue;
      const since = await mailbox.waitingSince(stageId, peer.peerId);
      if (since === null || clock() - since < DEAF_MS) continue;
      await peers.unseat(stageId, { slot, peerId: peer.peerId });
      await mailbox.forget(stageId, peer.peerId);
      await stages.tell(key);
    }
  }

  private all(): Listener[] {
    return [...this.bySlot.values()].flatMap((listeners) => [...listeners]);
  }

  private listenersOf(slot: string): Listener[] {
    return [...(this.bySlot.get(slot) ?? [])];
  }

  private async quietly(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.parts.logger.warn({ err: error }, 'post waits for the next round');
    }
  }
}

function tellList(stageId: string, seated: readonly SeatedPeer[], listener: Listener): void {
  const list = seated.map(({ peer }): Peer => peer);
  const text = JSON.stringify(list);
  if (listener.toldPeers.get(stageId) === text) return;
  listener.stream.send({ event: 'peers', stageId, peers: list });
  if (seated.some(({ slot }) => slot === slotOf(listener.who))) listener.toldPeers.set(stageId, text);
  else listener.toldPeers.delete(stageId);
}

/** Letters that were acknowledged need not be remembered. */
function forgetLetters(sent: Set<string>, peerId: string): void {
  for (const id of sent) if (id.startsWith(`${peerId}.`)) sent.delete(id);
}
