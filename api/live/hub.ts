import { ulid } from 'ulid';
import { assertNever } from '#protocol/assert-never';
import { roomChannel, sittingChannel, type ChannelMessage } from '#protocol/channels';
import type { RoomPlace } from '../access/places';
import type { CandidatePrincipal, StaffPrincipal } from '../access/principal';
import type { Attendance } from '../presence/attendance';
import { slotOf } from '../video/slot';
import { EventStream } from './event-stream';
import type { FanIn } from './fan-in';
import type { Listener } from './listener';
import type { News } from './news';
import type { Post } from './post';
import type { RoomFeed } from './room-feed';
import type { VideoNews } from './video-news';

interface HubParts {
  readonly feedOf: (place: RoomPlace) => RoomFeed;
  readonly post: Post;
  readonly news: News;
  readonly videoNews: VideoNews;
  readonly fanIn: FanIn;
  readonly attendance: Attendance;
  readonly clock: () => number;
}
type Superseded = Extract<ChannelMessage, { kind: 'superseded' }>;

/** All open streams of this process, and what reaches them. */
export class Hub {
  readonly listeners = new Set<Listener>();
  private readonly feeds = new Map<string, RoomFeed>();

  constructor(private readonly parts: HubParts) {
    parts.fanIn.start({
      hear: (message) => this.hear(message),
      // Whatever was published while the connection was away is lost: everybody looks again.
      connected: () => void this.lookAtAll(),
    });
  }

  openForCandidate(who: CandidatePrincipal, sessionToken: string | null): EventStream {
    const { examId, roomId } = who;
    const told = { toldRevision: -1, toldAround: '' };
    return this.enter({ kind: 'candidate', who, examId, roomId, ...freshStream(sessionToken), ...told });
  }

  /** `place` is the room that is looked into, if any. */
  openForStaff(who: StaffPrincipal, place: RoomPlace | null, sessionToken: string | null): EventStream {
    const { examId, roomId } = place ?? { examId: null, roomId: null };
    const told = { toldWhole: false, toldRoom: '', toldVideo: '' };
    return this.enter({ kind: 'staff', who, examId, roomId, ...freshStream(sessionToken), ...told });
  }

  /** Everything again, by revision: what the 3 s round and a new connection to Redis do. */
  async lookAtAll(): Promise<void> {
    await Promise.all([
      ...[...this.feeds.values()].map((feed) => feed.look({ all: true })),
      this.parts.news.catchUp(this.listeners),
      this.parts.videoNews.tell(this.listeners),
      this.parts.post.round(),
    ]);
  }

  /** Rooms that nobody looks at any more are forgotten. */
  tidy(): void {
    for (const [roomId, feed] of this.feeds) {
      if (!feed.audience.isEmpty) continue;
      feed.audience.close();
      this.feeds.delete(roomId);
    }
  }

  close(): void {
    for (const { stream } of this.listeners) stream.end();
    for (const feed of this.feeds.values()) feed.audience.close();
    this.parts.fanIn.close();
  }

  private enter(listener: Listener): EventStream {
    const { stream } = listener;
    this.listeners.add(listener);
    this.parts.post.add(listener);
    channelsOf(listener).forEach((channel) => this.parts.fanIn.join(channel));
    stream.once('close', () => this.leave(listener));
    stream.send({ event: 'hello', serverTime: this.parts.clock(), connection: ulid() });
    this.welcome(listener);
    void this.parts.attendance.came(listener);
    void this.parts.post.round();
    void this.parts.videoNews.tell([listener]);
    return stream;
  }

  private welcome(listener: Listener): void {
    const { roomId, examId } = listener;
    if (roomId === null || examId === null) return;
    const feed = this.feeds.get(roomId) ?? this.parts.feedOf({ examId, roomId, sittingId: null });
    this.feeds.set(roomId, feed);
    if (listener.kind === 'candidate') feed.audience.candidates.add(listener);
    else feed.audience.staff.add(listener);
    feed.welcome();
  }

  private leave(listener: Listener): void {
    this.listeners.delete(listener);
    this.parts.post.remove(listener);
    channelsOf(listener).forEach((channel) => this.parts.fanIn.leave(channel));
    const audience = listener.roomId === null ? undefined : this.feeds.get(listener.roomId)?.audience;
    if (listener.kind === 'candidate') audience?.candidates.delete(listener);
    else audience?.staff.delete(listener);
    if (![...this.listeners].some((other) => isSame(other, listener)))
      void this.parts.attendance.went(listener);
  }

  private hear(message: ChannelMessage): void {
    const { news, post } = this.parts;
    switch (message.kind) {
      case 'sitting':
        return this.lookAt(message.roomId, { sittings: new Set([message.sittingId]) });
      case 'room':
        void this.parts.videoNews.tell(this.listeners, message.roomId);
        return this.lookAt(message.roomId, { room: true });
      case 'staff':
        return this.lookAt(message.roomId, { staff: true });
      case 'presence':
        return this.lookForSitting(message.sittingId, { presence: new Set([message.sittingId]) });
      case 'score':
        return this.lookForSitting(message.sittingId, { sealed: true });
      case 'message':
        return void news.bring(message.messageId, this.listeners);
      case 'mail':
        return void post.deliver(message.stageId, message.to);
      case 'peers':
        return void post.visit(message.stageId);
      case 'superseded':
        return this.supersede(message);
      default:
        return assertNever(message);
    }
  }

  private lookAt(roomId: string, at: Parameters<RoomFeed['look']>[0]): void {
    void this.feeds.get(roomId)?.look(at);
  }

  /** For messages that name no room. */
  private lookForSitting(sittingId: string, at: Parameters<RoomFeed['look']>[0]): void {
    for (const feed of this.feeds.values()) if (feed.has(sittingId)) void feed.look(at);
  }

  private supersede({ sittingId, position, epoch }: Superseded): void {
    for (const { kind, who, stream } of this.listeners) {
      if (kind === 'candidate' && who.sittingId === sittingId && who.position === position)
        stream.send({ event: 'superseded', position, epoch });
    }
  }
}

const channelsOf = (listener: Listener): string[] => [
  ...(listener.roomId === null ? [] : [roomChannel(listener.roomId)]),
  ...(listener.kind === 'candidate' ? [sittingChannel(listener.who.sittingId)] : []),
];

/** Another stream of the same person in the same room. */
const isSame = (a: Listener, b: Listener): boolean =>
  a.roomId === b.roomId && slotOf(a.who) === slotOf(b.who);

const freshStream = (sessionToken: string | null) => ({
  stream: new EventStream(),
  sessionToken,
  toldPeers: new Map<string, string>(),
  sentMail: new Set<string>(),
});
