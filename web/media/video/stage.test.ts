import type { Peer } from '#protocol/live.schema';
import type { Result } from '../../api/result';
import { createStage } from './stage';
import type { Ticket } from './ticket';

const me: Peer = { peerId: 'p1', epoch: 1, role: 'candidate', name: '林晓雨', position: 1 };
const ticket: Ticket = {
  provider: 'jitsi',
  stageId: 's.interview',
  me,
  domain: 'meet.example.edu',
  roomName: 'e7',
  jwt: 'j',
};
const yes: Result<Ticket> = { ok: true, value: ticket };
const no = (refused: 'OFFLINE' | 'UNAVAILABLE' | 'NOT_NOW' | 'NOT_ALLOWED'): Result<Ticket> => ({
  ok: false,
  no: { refused },
  requestId: null,
});
const turns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function stageOf(answers: readonly Result<Ticket>[]) {
  const left = [...answers];
  const heard = { asked: 0, byes: [] as string[], log: [] as string[], waits: [] as number[], closed: 0 };
  const gate: { hold: Promise<void> | null } = { hold: null };
  const stage = createStage({
    ticket: async () => {
      heard.asked += 1;
      await gate.hold;
      return left.shift() ?? no('NOT_ALLOWED');
    },
    post: () => ({
      send: () => Promise.resolve(),
      onMail: () => () => undefined,
      onPeers: () => () => undefined,
      ack: () => undefined,
      pull: () => undefined,
      close: () => (heard.closed += 1),
    }),
    bye: (stageId) => Promise.resolve(void heard.byes.push(stageId)),
    trouble: () => Promise.resolve(false),
    source: { stream: () => null, subscribe: () => () => undefined },
    soundPolicy: 'open',
    publishing: { camera: true, microphone: true },
    language: 'zh',
    log: (step, outcome) => void heard.log.push(`${step}: ${outcome}`),
    now: () => 0,
    pause: (ms) => Promise.resolve(void heard.waits.push(ms)),
    later: () => () => undefined,
  });
  return { stage, heard, gate };
}

describe('joining a stage', () => {
  it('waits the silence of the network out', async () => {
    const { stage, heard } = stageOf([no('OFFLINE'), no('UNAVAILABLE'), no('OFFLINE'), yes]);
    await stage.join();
    expect(heard.asked).toBe(4);
    expect(heard.waits).toEqual([...heard.waits].sort((a, b) => a - b));
    expect(heard.log.at(-1)).toBe('ticket: jitsi');
    expect(stage.state()).toMatchObject({ capture: 'frame', refused: null });
  });
  it('takes a refusal for final and says which', async () => {
    const { stage, heard } = stageOf([no('NOT_NOW')]);
    await stage.join();
    expect(stage.state()).toMatchObject({ phase: 'failed', refused: 'NOT_NOW' });
    expect(heard.asked).toBe(1);
  });
  it('may be asked for again after a refusal', async () => {
    const { stage } = stageOf([no('NOT_NOW'), yes]);
    await stage.join();
    await stage.join();
    expect(stage.state().refused).toBeNull();
  });
  it('is done once, however often it is asked for', async () => {
    const { stage, heard } = stageOf([yes]);
    await Promise.all([stage.join(), stage.join()]);
    expect(heard.asked).toBe(1);
  });
});

describe('leaving a stage', () => {
  it('tells the server and closes the post', async () => {
    const { stage, heard } = stageOf([yes]);
    await stage.join();
    await stage.leave();
    expect(heard).toMatchObject({ byes: ['s.interview'], closed: 1 });
    expect(stage.state()).toMatchObject({ phase: 'left', peers: [] });
  });
  it('while the server still answers gives the seat back', async () => {
    const { stage, heard, gate } = stageOf([yes]);
    let open = (): void => undefined;
    gate.hold = new Promise((resolve) => (open = resolve));
    const joining = stage.join();
    await stage.leave();
    expect(heard.byes).toEqual([]);
    open();
    await joining;
    expect(heard.byes).toEqual(['s.interview']);
    expect(stage.state().phase).toBe('left');
  });
  it('ends the asking', async () => {
    const { stage, heard } = stageOf(Array.from({ length: 50 }, () => no('OFFLINE')));
    const joining = stage.join();
    await stage.leave();
    await joining;
    await turns();
    expect(heard.asked).toBeLessThan(3);
  });
});
