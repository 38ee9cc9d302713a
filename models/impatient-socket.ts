import { connect, type Socket } from 'node:net';

/** Carries the code of a socket that timed out, by which callers know an outage. */
class SilentDatabase extends Error {
  readonly code = 'ETIMEDOUT';
}

/**
 * A connection that gives up when a question stays without a byte of answer for `silenceMs`: a database that hangs,
 * or a network that swallows packets, then fails a query instead of holding it for ever. Idle ones stay.
 */
export const impatientSocket =
  (silenceMs: number) =>
  ({ config }: { config: { host: string; port: number } }): Socket => {
    const socket = connect(config.port, config.host);
    const asked = { upTo: 0 };
    socket.setNoDelay(true);
    socket.on('data', () => {
      asked.upTo = socket.bytesWritten;
    });
    socket.setTimeout(silenceMs, () => {
      const questions = socket.bytesWritten;
      // Timers run before what arrived while this process was busy: that is looked at first.
      setImmediate(() => {
        if (questions > asked.upTo) socket.destroy(new SilentDatabase(`database silent for ${silenceMs} ms`));
      });
    });
    return socket;
  };
