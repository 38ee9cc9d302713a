import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createSecureServer, type ServerHttp2Session } from 'node:http2';
import type { Socket } from 'node:net';
import type { Env } from './env';

export interface Serving {
  readonly port: number;
  /** Takes no more connections, lets what is under way end for `ms`, then cuts it off. */
  readonly stop: (ms: number) => Promise<void>;
}

/** HTTP/2 with TLS (and HTTP/1.1 for those who ask) where there is a certificate, else plain HTTP/1.1. */
export async function serve(listener: RequestListener, env: Env): Promise<Serving> {
  const { TLS_CERT, TLS_KEY } = env;
  const secure = TLS_CERT && TLS_KEY ? { cert: readFileSync(TLS_CERT), key: readFileSync(TLS_KEY) } : null;
  const server = secure
    ? createSecureServer({ ...secure, allowHTTP1: true, minVersion: 'TLSv1.2' }, listener as never)
    : createServer(listener);
  const sockets = new Set<Socket>();
  const sessions = new Set<ServerHttp2Session>();
  server.on('connection', (socket: Socket) => keep(sockets, socket));
  server.on('session', (session: ServerHttp2Session) => keep(sessions, session));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.PORT, env.HOST, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : env.PORT;

  const stop = async (ms: number): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const session of sessions) session.close();
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    const cut = setTimeout(() => sockets.forEach((socket) => socket.destroy()), ms);
    await closed;
    clearTimeout(cut);
  };
  return { port, stop };
}

function keep<T extends { once(event: 'close', done: () => void): unknown }>(all: Set<T>, one: T): void {
  all.add(one);
  one.once('close', () => all.delete(one));
}
