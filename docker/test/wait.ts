import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Waits until `isSo` says yes; its errors count as no until the time is over. */
export async function until(isSo: () => Promise<boolean>, withinMs = 30_000): Promise<void> {
  const end = Date.now() + withinMs;
  for (;;) {
    const outcome = await isSo().catch((error: unknown) => error);
    if (outcome === true) return;
    if (Date.now() > end) throw new Error('it did not come to pass', { cause: outcome });
    await wait(100);
  }
}

/** A port that nobody listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
