import type { Logger } from 'pino';
import type { Listener } from '../live/listener';
import type { Publisher } from '../live/publish';
import type { Peers } from '../video/peers';
import { slotOf } from '../video/slot';
import type { StaffHereBoard } from './staff-here';
import type { Talks } from './talks';

interface AttendanceParts {
  readonly here: StaffHereBoard;
  readonly talks: Talks;
  readonly peers: Peers;
  readonly publish: Publisher;
  readonly logger: Logger;
}

/** Who is here, as their open streams show it. */
export class Attendance {
  constructor(private readonly parts: AttendanceParts) {}

  /** A stream opened. */
  async came(listener: Listener): Promise<void> {
    await this.quietly(this.renew(listener));
    this.tell(listener);
  }

  /** The last stream of somebody in this process closed. */
  async went(listener: Listener): Promise<void> {
    if (listener.kind !== 'staff' || listener.roomId === null) return;
    await this.quietly(this.parts.here.leave(listener.who, listener.roomId));
    this.tell(listener);
  }

  /** The stream is still open. */
  async renew(listener: Listener): Promise<void> {
    const { here, talks, peers } = this.parts;
    await peers.keepAlive([slotOf(listener.who)]);
    if (listener.kind !== 'staff' || listener.roomId === null || listener.examId === null) return;
    await here.renew(listener.who, listener.roomId);
    await talks.renew(listener.examId, listener.who.staffId);
  }

  private tell({ kind, roomId }: Listener): void {
    if (kind === 'staff' && roomId !== null) this.parts.publish.toRoom(roomId, { kind: 'staff', roomId });
  }

  private async quietly(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.parts.logger.warn({ err: error }, 'who is here is not known for the moment');
    }
  }
}
