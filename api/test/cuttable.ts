import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Cuttable {
  /** The same address, through us. */
  readonly url: string;
  /** Ends all connections and takes no more, as a stopped server does. */
  readonly cut: () => void;
  /** Keeps connections and passes nothing on, as a server that hangs does. */
  readonly freeze: () => void;
  readonly mend: () => void;
  readonly close: () => Promise<void>;
}

const hold = (near: Socket, far: Socket): void => {
  near.unpipe(far).pause();
  far.unpipe(near).pause();
};

/** A real service behind a line that can be cut. */
export async function cuttable(url: string): Promise<Cuttable> {
  const target = new URL(url);
  const pairs = new Set<readonly [Socket, Socket]>();
  const line = { state: 'whole' as 'whole' | 'cut' | 'frozen' };
  const server = createServer((near) => {
    if (line.state === 'cut') return void near.destroy();
    const far = connect(Number(target.port), target.hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [from, to] of [pair, [far, near]] as const) {
      if (line.state === 'whole') from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        to.destroy();
        pairs.delete(pair);
      });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const through = new URL(url);
  through.port = String((server.address() as AddressInfo).port);
  const hangUp = () => pairs.forEach(([near]) => near.destroy());
  return {
    url: through.toString(),
    cut: () => {
      line.state = 'cut';
      hangUp();
    },
    // What is sent meanwhile waits on the line and arrives after all.
    freeze: () => {
      line.state = 'frozen';
      pairs.forEach(([near, far]) => hold(near, far));
    },
    mend: () => {
      if (line.state === 'frozen') pairs.forEach(([near, far]) => [near.pipe(far), far.pipe(near)]);
      line.state = 'whole';
    },
    close: async () => {
      hangUp();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
