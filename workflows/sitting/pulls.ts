import type { Doorbell } from '../messages';

/** When to look for room orders: at the start, when the bell rang, when somebody has seen more than we have. */
export class Pulls {
  private started = 0;
  private back = 0;
  private wanted = 1;
  private heard = 0;

  constructor(private readonly roomId: string) {}

  hear({ roomId, upTo }: Doorbell): void {
    if (roomId === this.roomId && upTo > this.heard) {
      this.heard = upTo;
      this.ask();
    }
  }

  /** Asks for a pull that begins after this instant. */
  ask(): void {
    this.wanted = this.started + 1;
  }

  isWanted(): boolean {
    return this.wanted > this.back;
  }

  begin(): number {
    this.started += 1;
    this.wanted = Math.max(this.wanted, this.started);
    return this.started;
  }

  /** Rows may lag behind the bell: then another pull is wanted. */
  end(pull: number, upTo: number): void {
    this.back = pull;
    if (upTo < this.heard) this.ask();
  }
}
