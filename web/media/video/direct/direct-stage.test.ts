import type { Mail, Peer } from '#protocol/live.schema';
import { createStageStore } from '../stage-store';
import { DirectStage } from './direct-stage';
import type { Envelope } from './letters';
import { createFakeLine, fakeStream, installFakeStreams } from './test/fake-line';

const chief: Peer = { peerId: 'A', epoch: 1, role: 'chief-examiner', name: '沈', position: null };
const device: Peer = { peerId: 'B', epoch: 1, role: 'candidate', name: '王', position: 1 };
/** Far below the 20 s after which a connection that stays silent is made anew. */
const SOON_MS = 10_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What was opened, to be closed also after a failure: its timers would keep the run alive. */
const ends: (() => void)[] = [];

/** Two pages on one stage, with a post between them that loses nothing and a list for each. */
function meeting() {
  const line = createFakeLine();
  const readers = new Map<string, (mail: Mail) => void>();
  const lists = new Map<string, (peers: readonly Peer[]) => void>();
  const count = { mails: 0 };
  const page = (me: Peer) => {
    const store = createStageStore();
    const send = async (to: string, body: Envelope): Promise<void> => {
      await pause(5);
      const id = String((count.mails += 1));
      readers.get(to)?.({
        id,
        stageId: 's',
        from: me.peerId,
        fromEpoch: me.epoch,
        to,
        body: structuredClone(body),
      });
    };
    const stage = new DirectStage({
      ...{ me, peers: [chief, device], store, pause, connect: line.connect },
      mailbox: {
        send,
        onMail: (read) => {
          readers.set(me.peerId, read);
          return () => readers.delete(me.peerId);
        },
        ack: () => undefined,
        pull: () => undefined,
      },
      roster: { onPeers: (hear) => (lists.set(me.peerId, hear), () => lists.delete(me.peerId)) },
      source: { stream: fakeStream, subscribe: () => () => undefined },
      soundPolicy: 'open',
      publishing: { camera: true, microphone: true },
      log: () => undefined,
      now: () => performance.now(),
      onUnseated: () => undefined,
    });
    return { stage, sees: () => store.state().peers[0] ?? null };
  };
  const [a, b] = [page(chief), page(device)];
  const until = async (holds: () => boolean): Promise<number> => {
    const from = performance.now();
    while (!holds() && performance.now() - from < 3 * SOON_MS) await pause(20);
    return performance.now() - from;
  };
  const see = () =>
    [a, b].every(
      ({ sees }) => sees()?.state === 'live' && sees()?.picture === 'live' && sees()?.audio === true,
    );
  ends.push(() => [a, b].forEach(({ stage }) => stage.close({ goodbye: false })));
  return {
    line,
    a,
    b,
    until,
    see,
    list: (who: Peer, peers: readonly Peer[]) => lists.get(who.peerId)?.(peers),
  };
}

describe('two pages on one stage', () => {
  beforeAll(installFakeStreams);
  afterEach(() => ends.splice(0).forEach((end) => end()));

  it('see and hear each other', async () => {
    const { until, see } = meeting();
    expect(await until(see)).toBeLessThan(SOON_MS);
  });

  it.each([
    ['the staff page', chief, device],
    ['the candidate’s page', device, chief],
  ])(
    'see each other again at once after %s has dropped the other and the other has not noticed',
    async (_, forgetful, forgotten) => {
      const { line, a, b, until, see, list } = meeting();
      const there = forgetful === chief ? a : b;
      await until(see);
      line.cut();
      list(forgetful, [forgetful]);
      expect(await until(() => there.sees() === null)).toBeLessThan(SOON_MS);
      list(forgetful, [forgetful, forgotten]);
      expect(await until(see)).toBeLessThan(SOON_MS);
    },
    60_000,
  );

  it('see each other again after both have dropped each other', async () => {
    const { line, a, b, until, see, list } = meeting();
    await until(see);
    line.cut();
    list(chief, [chief]);
    list(device, [device]);
    await until(() => a.sees() === null && b.sees() === null);
    list(chief, [chief, device]);
    await pause(300);
    list(device, [chief, device]);
    expect(await until(see)).toBeLessThan(SOON_MS);
  }, 60_000);
});
