import type { Result } from '../../api/result';
import type { RefusalCode } from '#protocol/refusals';
import type { Mailbox, Roster } from './direct/mailbox';
import type {
  JoinLog,
  JoinTrouble,
  Publishing,
  SoundPolicy,
  StageSource,
  StageState,
  VideoStage,
} from './port';
import { createStageStore, type StageStore } from './stage-store';
import type { Ticket } from './ticket';

export interface StageParts {
  /** Asks to join. Asked again with the same peer id for a fresh token. */
  readonly ticket: () => Promise<Result<Ticket>>;
  readonly post: (stageId: string) => Mailbox & Roster & { readonly close: () => void };
  /** Tells the server that this page leaves. */
  readonly bye: (stageId: string) => Promise<void>;
  /** Tells the server that a join failed. True when the stage goes on with another provider. */
  readonly trouble: (stageId: string, trouble: JoinTrouble) => Promise<boolean>;
  readonly source: StageSource;
  readonly soundPolicy: SoundPolicy;
  readonly publishing: Publishing;
  readonly language: 'zh' | 'en';
  readonly log: JoinLog;
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
  readonly later: (ms: number, act: () => void) => () => void;
}

/** A joined stage of either provider. */
interface Joined {
  readonly setPublishing: (publishing: Publishing) => void;
  readonly talkTo: (peerId: string | null) => void;
  readonly showIn: (place: HTMLElement | null) => void;
  readonly close: (how: { readonly goodbye: boolean }) => void;
}

const SHORTEST_PAUSE_MS = 800;
const LONGEST_PAUSE_MS = 8_000;
/** A page hears of a move by its view; where that does not come, the page that caused it goes by itself. */
const MOVE_BY_VIEW_MS = 5_000;

type Direct = Extract<Ticket, { provider: 'direct' }>;
type Jitsi = Extract<Ticket, { provider: 'jitsi' }>;

class Stage implements VideoStage {
  private readonly store: StageStore = createStageStore();
  private joined: Joined | null = null;
  private ticket: Ticket | null = null;
  private place: HTMLElement | null = null;
  private publishing: Publishing;
  private talking: string | null = null;
  private on = false;
  private closePost: (() => void) | null = null;

  constructor(private readonly parts: StageParts) {
    this.publishing = parts.publishing;
  }

  readonly state = (): StageState => this.store.state();
  readonly subscribe = (changed: () => void): (() => void) => this.store.subscribe(changed);

  readonly join = async (): Promise<void> => {
    if (this.on) return;
    this.on = true;
    await this.enter();
  };

  readonly leave = async (): Promise<void> => {
    const { ticket } = this;
    this.on = false;
    this.end(true);
    this.store.become({ phase: 'left', peers: [], stillsWanted: false });
    if (ticket) await this.parts.bye(ticket.stageId);
  };

  readonly setPublishing = (publishing: Publishing): void => {
    this.publishing = publishing;
    this.joined?.setPublishing(publishing);
  };

  readonly talkTo = (peerId: string | null): void => {
    this.talking = peerId;
    this.joined?.talkTo(peerId);
  };

  readonly showIn = (place: HTMLElement | null): void => {
    this.place = place;
    this.joined?.showIn(place);
  };

  private end(goodbye: boolean): void {
    this.joined?.close({ goodbye });
    this.joined = null;
    this.closePost?.();
    this.closePost = null;
    this.ticket = null;
  }

  private async enter(): Promise<void> {
    this.store.become({ phase: 'joining', refused: null });
    const ticket = await this.insist();
    if (!ticket) return;
    if (!this.on) {
      // Left while the server was still answering: the seat it gave is given back.
      await this.parts.bye(ticket.stageId);
      return;
    }
    this.ticket = ticket;
    const joined = ticket.provider === 'direct' ? await this.direct(ticket) : await this.jitsi(ticket);
    if (!this.on || this.ticket !== ticket) {
      joined.close({ goodbye: true });
      return;
    }
    this.joined = joined;
    joined.setPublishing(this.publishing);
    joined.talkTo(this.talking);
    joined.showIn(this.place);
  }

  /** The network's silence is waited out; a refusal is final until somebody joins again. */
  private async insist(): Promise<Ticket | null> {
    for (let wait = SHORTEST_PAUSE_MS; ; wait = Math.min(wait * 1.6, LONGEST_PAUSE_MS)) {
      const answer = await this.parts.ticket();
      if (answer.ok) {
        this.parts.log('ticket', answer.value.provider);
        return answer.value;
      }
      if (!this.on) return null;
      const { refused } = answer.no;
      this.parts.log('ticket', refused);
      if (refused !== 'OFFLINE' && refused !== 'UNAVAILABLE') {
        this.refuse(refused);
        return null;
      }
      await this.parts.pause(wait);
      if (!this.on) return null;
    }
  }

  private refuse(refused: RefusalCode): void {
    this.on = false;
    this.end(true);
    this.store.become({ phase: 'failed', refused, peers: [], stillsWanted: false });
  }

  private async direct(ticket: Direct): Promise<Joined> {
    const { DirectStage } = await import('./direct/direct-stage');
    const { source, soundPolicy, log, now, pause } = this.parts;
    const post = this.parts.post(ticket.stageId);
    this.closePost = () => post.close();
    const stage = new DirectStage({
      me: ticket.me,
      peers: ticket.peers,
      mailbox: post,
      roster: post,
      source,
      soundPolicy,
      publishing: this.publishing,
      connect: () =>
        new RTCPeerConnection({ iceServers: [...ticket.iceServers], bundlePolicy: 'max-bundle' }),
      store: this.store,
      log,
      now,
      pause,
      onUnseated: () => void this.rejoin(ticket),
    });
    this.store.become({ phase: 'joined', capture: 'page' });
    return {
      setPublishing: (publishing) => stage.setPublishing(publishing),
      talkTo: (peerId) => stage.talkTo(peerId),
      showIn: () => undefined,
      close: (how) => stage.close(how),
    };
  }

  private async jitsi(ticket: Jitsi): Promise<Joined> {
    const [{ JitsiStage }, { loadJitsi }] = await Promise.all([
      import('./jitsi/jitsi-stage'),
      import('./jitsi/external-api'),
    ]);
    const { soundPolicy, language, log, pause, later } = this.parts;
    const { me, domain, roomName, jwt } = ticket;
    const post = this.parts.post(ticket.stageId);
    this.closePost = () => post.close();
    const stage = new JitsiStage({
      seat: { me, roomName, jwt, publishing: this.publishing, soundPolicy, language },
      domain,
      load: (where) => loadJitsi(where, window),
      peers: [],
      roster: post,
      store: this.store,
      log,
      renew: () => this.freshToken(),
      failed: (trouble) => void this.report(ticket, trouble),
      pause,
      later,
    });
    post.pull();
    return {
      setPublishing: (publishing) => stage.setPublishing(publishing),
      talkTo: () => undefined,
      showIn: (place) => stage.showIn(place),
      close: () => stage.close(),
    };
  }

  private async report(ticket: Jitsi, trouble: JoinTrouble): Promise<void> {
    const isMoved = await this.parts.trouble(ticket.stageId, trouble);
    if (!isMoved) return;
    await this.parts.pause(MOVE_BY_VIEW_MS);
    await this.rejoin(ticket);
  }

  private async freshToken(): Promise<Pick<Jitsi, 'jwt' | 'roomName'> | null> {
    const ticket = await this.insist();
    return ticket?.provider === 'jitsi' ? ticket : null;
  }

  /** The list lacks this page: its seat ran out while it slept, or the stage is over. The answer tells which. */
  private async rejoin(from: Ticket): Promise<void> {
    if (this.ticket !== from || !this.on) return;
    this.parts.log('seat', 'lost');
    this.end(false);
    await this.parts.pause(SHORTEST_PAUSE_MS);
    if (this.on) await this.enter();
  }
}

/** One stage of one sitting, whatever provider carries it. Nothing is joined before `join()`. */
export function createStage(parts: StageParts): VideoStage {
  return new Stage(parts);
}
