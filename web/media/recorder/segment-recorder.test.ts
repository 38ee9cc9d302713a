import { createMemoryShelf } from './memory-shelf';
import { recordSegment, type RecorderLike } from './segment-recorder';
import type { SegmentPlace } from './slice';

const place: SegmentPlace = {
  ...{ sittingId: 's', takeId: 't', position: 1, span: 1, segment: 1, epoch: 3 },
  type: 'video/webm',
};

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
    this.state = 'inactive';
    this.give('end');
    this.dispatchEvent(new Event('stop'));
  }
}

function scene(serverNow: number) {
  const recorder = new FakeRecorder();
  const shelf = createMemoryShelf();
  const clock = { steady: 500, waited: [] as number[] };
  const run = recordSegment({
    ...{ place, shelf, alignAt: 10_000, make: () => recorder, onKept: () => undefined },
    serverNow: () => serverNow + (clock.waited[0] ?? 0),
    steadyNow: () => clock.steady,
    wait: async (ms) => void clock.waited.push(ms),
  });
  return { recorder, shelf, clock, run };
}

const slicesOf = async (shelf: ReturnType<typeof createMemoryShelf>) =>
  Promise.all((await shelf.waiting('s')).map((key) => shelf.slice(key)));

describe('recording a segment', () => {
  it('begins at the stamped instant and measures each slice from there', async () => {
    const { recorder, shelf, clock, run } = scene(9_000);
    expect(await run.began).toBe(true);
    expect(clock.waited).toEqual([1_000]);
    clock.steady += 3_000;
    recorder.give('one');
    clock.steady += 2_500;
    run.stop();
    expect(await run.done).toBe('stopped');
    const slices = await slicesOf(shelf);
    expect(slices.map((slice) => [slice?.seq, slice?.from, slice?.to])).toEqual([
      [0, 0, 3_000],
      [1, 3_000, 5_500],
    ]);
    const [segment] = await shelf.segments('s');
    expect(segment).toMatchObject({ over: true, slices: [{ bytes: 3 }, { bytes: 3 }] });
    expect(segment?.slices[0]?.digest).toBe(slices[0]?.digest);
    expect(slices[0]?.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps how late it began where it heard of the take late', async () => {
    const { recorder, shelf, clock, run } = scene(14_000);
    await run.began;
    clock.steady += 1_000;
    recorder.give('one');
    run.stop();
    await run.done;
    expect((await slicesOf(shelf))[0]).toMatchObject({ from: 4_000, to: 5_000 });
  });

  it('does not begin when it is stopped before', async () => {
    const recorder = new FakeRecorder();
    const run = recordSegment({
      ...{ place, shelf: createMemoryShelf(), alignAt: 10, make: () => recorder, onKept: () => undefined },
      ...{ serverNow: () => 0, steadyNow: () => 0 },
      wait: (_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    });
    run.stop();
    expect(await run.done).toBe('stopped');
    expect(await run.began).toBe(false);
    expect(recorder.state).toBe('inactive');
  });

  it('says that it failed when the recorder ends by itself, and keeps what there is', async () => {
    const { recorder, shelf, run } = scene(10_000);
    await run.began;
    recorder.give('one');
    recorder.stop();
    expect(await run.done).toBe('failed');
    expect((await shelf.segments('s'))[0]).toMatchObject({ over: true, slices: [{}, {}] });
  });
});
