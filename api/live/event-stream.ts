import { Readable } from 'node:stream';
import type { LiveEvent } from '#protocol/live.schema';

/** Bytes that may wait for a slow reader: more than the largest room in one piece. */
const LIMIT = 6_000_000;

/** Large events go in pieces, so that a slow reader is seen to take something. */
const PIECE = 32 * 1024;

/**
 * One browser's stream of server-sent events. What a slow reader leaves waiting is bounded: his stream ends, and
 * his next one begins with the whole state.
 */
export class EventStream extends Readable {
  private given = 0;
  private takenAtLastBeat = -1;
  private over = false;

  constructor() {
    // The mark only bounds how much Node prefetches; ours is LIMIT.
    super({ highWaterMark: 64 * 1024 });
  }

  override _read(): void {}

  /** Writes one event; `json` is a `LiveEvent` that was made into text once for many streams. */
  sendText(json: string): void {
    this.pass(`data: ${json}\n\n`);
  }

  send(event: LiveEvent): void {
    this.sendText(JSON.stringify(event));
  }

  /** A comment that keeps proxies from closing the connection. A reader that took nothing since the last goes. */
  beat(): void {
    const taken = this.given - this.readableLength;
    if (this.readableLength > 0 && taken === this.takenAtLastBeat) this.destroy();
    else this.pass(':\n\n');
    this.takenAtLastBeat = taken;
  }

  /** The server goes: what was said arrives, then the browser comes to another one. */
  end(): void {
    if (!this.over) this.push(null);
    this.over = true;
  }

  private pass(text: string): void {
    if (this.destroyed || this.over) return;
    const bytes = Buffer.from(text);
    this.given += bytes.length;
    for (let from = 0; from < bytes.length; from += PIECE) this.push(bytes.subarray(from, from + PIECE));
    if (this.readableLength > LIMIT) this.destroy();
  }
}
