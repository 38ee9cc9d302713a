import { createServer, connect, type Socket } from 'node:net';

/** Stands between us and the database, and can swallow what comes without a word. */
export const startProxy = async (url: string) => {
  const target = new URL(url);
  const state = { swallowing: false };
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => [near, far].forEach((each) => each.destroy()));
    }
    near.on('data', (bytes) => state.swallowing || far.write(bytes));
    far.on('data', (bytes) => state.swallowing || near.write(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const through = new URL(url);
  through.port = String(typeof address === 'object' && address ? address.port : 0);
  const close = () => {
    server.close();
    sockets.forEach((socket) => socket.destroy());
  };
  return { url: through.href, state, close };
};
