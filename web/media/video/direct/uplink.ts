import type { Peer } from '#protocol/live.schema';
import { capFor, SOUND_BITRATE, type Cap, type Sender } from './budget';
import { atEase, nextEase, type Ease } from './ease';
import { uploadsWait } from './ladder';
import { isStrained, type LinkLook } from './link-look';

/** This device's way out: what it may send to each, and how far it has given way. */
export class Uplink {
  private ease: Ease;

  constructor(
    private readonly me: Peer,
    private readonly now: () => number,
  ) {
    this.ease = atEase(now());
  }

  get own(): number {
    return this.ease.level;
  }

  /** A candidate's two devices share one uplink: camera 2 gives way for the strain of either. */
  level(heardFromFirst: number): number {
    return this.sender === 2 ? Math.max(this.ease.level, heardFromFirst) : this.ease.level;
  }

  /** Uploads are the first rung of the ladder. */
  uploadsWait(heardFromOther: number): boolean {
    return uploadsWait(this.ease, heardFromOther, this.now());
  }

  cap(receivers: number, level: number): Cap | null {
    return capFor(this.sender, receivers, level);
  }

  /** Takes one look at all links; true when the device gives way more, or less, from now on. */
  note(looks: readonly LinkLook[], receivers: number, hasSecond: boolean): boolean {
    const wanted = (this.cap(receivers, this.ease.level)?.maxBitrate ?? 0) + SOUND_BITRATE;
    const strained = receivers > 0 && looks.some((look) => isStrained(look, wanted));
    const least = this.sender === 1 && !hasSecond ? 2 : 0;
    const before = this.ease.level;
    this.ease = nextEase(this.ease, strained, this.now(), least);
    return this.ease.level !== before;
  }

  private get sender(): Sender {
    return this.me.role === 'candidate' ? (this.me.position ?? 1) : 'staff';
  }
}
