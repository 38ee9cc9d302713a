import type { CandidateView } from '#protocol/views.schema';
import type { RecordingView } from '#steps/recording/schema';
import type { StepCommands } from '#steps/schemas';
import { createMemoryShelf } from '../../../media/recorder/memory-shelf';
import type { RecorderLike } from '../../../media/recorder/segment-recorder';
import { createRecorderBox } from './recorder-status';
import { TakeDesk, type DeskCause, type Heard } from './take-desk';

const ALIGN = 100_000;
const stream = { id: 'one' } as unknown as MediaStream;
const live = { state: 'live', lastSeenAt: 0, device: null } as const;
const lost = { ...live, state: 'lost' } as const;

type Changes = { readonly phase?: 'recording' | 'complete'; readonly takeId?: string } & {
  readonly gap?: boolean;
  readonly pause?: boolean;
};

const viewOf = ({ phase = 'recording', takeId = 'T', gap = false, pause = false }: Changes = {}) =>
  ({
    phase: 'going-on',
    step: {
      ...{ kind: 'recording', phase, positions: [1, 2], sound: 1, pause, takeId, span: 1 },
      ...{ alignAt: ALIGN, endsAt: ALIGN + 60_000 },
      takes: [{ id: takeId, spans: [], gaps: gap ? [{ position: 2, from: 1, to: null }] : [] }],
    } as unknown as RecordingView,
  }) as unknown as CandidateView;

class FakeRecorder extends EventTarget implements RecorderLike {
  state = 'inactive';
  start(): void {
    this.state = 'recording';
    this.dispatchEvent(new Event('start'));
  }
  give(text: string): void {
    this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob([text]) }));
  }
  stop(): void {
    if (this.state === 'inactive') return;
    this.state = 'inactive';
    this.give('end');
    this.dispatchEvent(new Event('stop'));
  }
}

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** Digests take their time; what was given is kept in the end. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await turns();
}

function scene(position: 1 | 2 = 1, now = ALIGN - 1_000, serverSegments: readonly number[] = []) {
  const clock = { now };
  const recorders: { recorder: FakeRecorder; sound: boolean }[] = [];
  const asked: StepCommands['recording'][] = [];
  const broken: [string, DeskCause][] = [];
  const waits: { until: number; resolve: () => void }[] = [];
  const shelf = createMemoryShelf();
  const box = createRecorderBox();
  const desk = new TakeDesk({
    ...{ sittingId: 's', position, epoch: 1, shelf, mine: new Set<string>(), box },
    wake: () => undefined,
    serverNow: () => clock.now,
    steadyNow: () => clock.now,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        waits.push({ until: clock.now + ms, resolve });
        signal.addEventListener('abort', () => resolve());
      }),
    openCamera: async () => null,
    type: { mimeType: 'video/webm', type: 'video/webm' },
    make(_, __, sound) {
      const recorder = new FakeRecorder();
      recorders.push({ recorder, sound });
      return recorder;
    },
    serverSegments: async () => serverSegments,
    ask: (command) => asked.push(command),
    breakTake: async (takeId, cause) => void broken.push([takeId, cause]),
    tick: () => undefined,
  });
  const hear = async (changes: Changes = {}, more: Partial<Heard> = {}): Promise<void> => {
    desk.hear({ view: viewOf(changes), stream, isCameraGone: false, second: live, ...more });
    await turns();
  };
  const pass = async (ms: number): Promise<void> => {
    clock.now += ms;
    waits.splice(0).forEach((wait) => (wait.until <= clock.now ? wait.resolve() : waits.push(wait)));
    await turns();
  };
  return { hear, pass, recorders, asked, broken, shelf, box, desk };
}

describe('the desk that records for one position', () => {
  it('begins at the stamped instant and stops with the view', async () => {
    const { hear, pass, recorders, shelf, box } = scene();
    await hear();
    expect(recorders).toHaveLength(0);
    expect(box.state()).toMatchObject({ run: 'counting', takeId: 'T' });
    await pass(1_000);
    expect(recorders.map(({ sound }) => sound)).toEqual([true]);
    expect(box.state().run).toBe('recording');
    recorders[0]?.recorder.give('one');
    await hear({ phase: 'complete' });
    expect(recorders[0]?.recorder.state).toBe('inactive');
    expect(box.state().run).toBe('none');
    await until(async () => (await shelf.segments('s')).some(({ over }) => over));
    expect(await shelf.segments('s')).toMatchObject([{ segment: 1, over: true, slices: [{}, {}] }]);
  });

  it('records no sound where another position’s counts, and joins a take late', async () => {
    const { hear, recorders, shelf, broken } = scene(2, ALIGN + 20_000, [1, 2]);
    await hear();
    expect(recorders.map(({ sound }) => sound)).toEqual([false]);
    recorders[0]?.recorder.give('one');
    await until(async () => (await shelf.segments('s')).length === 1);
    expect(await shelf.segments('s')).toMatchObject([{ segment: 3 }]);
    expect(broken).toEqual([]);
  });

  it('ends the take of a page that came back, by what is left of it here', async () => {
    const { hear, recorders, broken, shelf, box } = scene(1, ALIGN + 20_000);
    const place = { sittingId: 's', takeId: 'T', position: 1, span: 1, segment: 1, epoch: 1 } as const;
    await shelf.keepSegment({ ...place, key: 's/T/1/001', type: 'video/webm', slices: [], over: false });
    await hear();
    expect(recorders).toHaveLength(0);
    expect(box.state().run).toBe('recovering');
    expect(broken).toEqual([['T', 'reload']]);
  });

  it('knows a take of another device by having nothing of it', async () => {
    const { hear, broken } = scene(1, ALIGN + 20_000);
    await hear();
    expect(broken).toEqual([['T', 'taken-over']]);
  });

  it('ends the take when the camera is pulled out, once what is kept has been sent', async () => {
    const { hear, pass, recorders, broken, shelf } = scene();
    await hear();
    await pass(1_000);
    recorders[0]?.recorder.give('one');
    await hear({}, { isCameraGone: true });
    await until(async () => (await shelf.waiting('s')).length === 2);
    await turns();
    expect(broken).toEqual([]);
    for (const key of await shelf.waiting('s')) await shelf.removeSlice(key);
    await pass(1_000);
    expect(broken).toEqual([['T', 'camera']]);
  });

  it('begins another run with another camera of the same device', async () => {
    const { hear, pass, recorders, shelf } = scene();
    await hear();
    await pass(1_000);
    recorders[0]?.recorder.give('one');
    await hear({}, { stream: { id: 'two' } as unknown as MediaStream });
    expect(recorders.map(({ recorder }) => recorder.state)).toEqual(['inactive', 'recording']);
    recorders[1]?.recorder.give('two');
    await until(async () => (await shelf.segments('s')).length === 2);
    expect((await shelf.segments('s')).map(({ segment }) => segment)).toEqual([1, 2]);
  });

  it('stops by itself at the full length, and says so once', async () => {
    const { hear, pass, recorders, asked } = scene();
    await hear();
    await pass(1_000);
    await pass(60_000);
    expect(recorders[0]?.recorder.state).toBe('inactive');
    expect(asked).toEqual([{ name: 'recording.stop', takeId: 'T' }]);
  });

  it('marks when the other device falls silent and when it is back, and goes on', async () => {
    const { hear, pass, recorders, asked } = scene();
    await hear();
    await pass(1_000);
    await hear({}, { second: lost });
    await hear({}, { second: lost });
    await hear({ gap: true }, { second: live });
    expect(asked).toEqual([
      { name: 'recording.silent', takeId: 'T', position: 2 },
      { name: 'recording.back', takeId: 'T', position: 2 },
    ]);
    expect(recorders[0]?.recorder.state).toBe('recording');
  });

  it('holds the take instead where the flow says so', async () => {
    const { hear, asked, broken } = scene();
    await hear({ pause: true }, { second: lost });
    expect(broken).toEqual([['T', 'position-lost']]);
    expect(asked).toEqual([]);
  });
});
