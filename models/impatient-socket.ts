import { connect, type Socket } from 'node:net';

/**
 * A connection that gives up after `silenceMs` without a byte: a database that hangs, or a network that swallows
 * packets, then fails a query instead of holding it for ever. An idle connection goes the same way and is made anew.
 */
export const impatientSocket =
  (silenceMs: number) =>
  ({ config }: { config: { host: string; port: number } }): Socket => {
    const socket = connect(config.port, config.host);
    socket.setNoDelay(true);
    socket.setTimeout(silenceMs, () => socket.destroy(new Error(`database silent for ${silenceMs} ms`)));
    return socket;
  };
