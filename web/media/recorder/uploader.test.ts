import type { RefusalCode } from '#protocol/refusals';
import { createMemoryShelf } from './memory-shelf';
import { segmentKey, sliceKey, type KeptSegment, type KeptSlice, type SegmentPlace } from './slice';
import { SliceUploader, type SendOutcome } from './uploader';

const placeOf = (segment = 1): SegmentPlace => ({
  ...{ sittingId: 's', takeId: 't', position: 1, span: 1, segment, epoch: 3 },
  type: 'video/webm',
});
const sliceOf = (seq: number, segment = 1): KeptSlice => ({
  ...placeOf(segment),
  key: sliceKey(placeOf(segment), seq),
  ...{ seq, from: seq * 3_000, to: (seq + 1) * 3_000, digest: 'd', body: new ArrayBuffer(4) },
});
const segmentOf = (slices: number, over: boolean, segment = 1): KeptSegment => ({
  ...placeOf(segment),
  key: segmentKey(placeOf(segment)),
  slices: Array.from({ length: slices }, () => ({ digest: 'd', bytes: 4 })),
  over,
});
const no = (code: RefusalCode): SendOutcome => ({ kind: 'refused', code });

function scene(answers: Record<string, SendOutcome[]> = {}) {
  const shelf = createMemoryShelf();
  const sent: string[] = [];
  const waits: number[] = [];
  const answer = (name: string): SendOutcome => {
    sent.push(name);
    return answers[name]?.shift() ?? { kind: 'stored' };
  };
  const uploader = new SliceUploader({
    sittingId: 's',
    shelf,
    send: async ({ segment, seq }) => answer(`${segment}.${seq}`),
    declare: async ({ segment }) => answer(`end ${segment}`),
    wait: async (attempt) => void waits.push(attempt),
  });
  const settled = async (): Promise<void> => {
    uploader.wake();
    for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
  };
  return { shelf, sent, waits, uploader, settled };
}

describe('sending what was recorded', () => {
  it('sends slices in their order and removes each only when the server has it', async () => {
    const { shelf, sent, uploader, settled } = scene({ '1.1': [{ kind: 'again' }] });
    for (const seq of [0, 1, 2]) await shelf.keep(sliceOf(seq), segmentOf(seq + 1, false));
    await settled();
    expect(sent).toEqual(['1.0', '1.1', '1.1', '1.2']);
    expect(await shelf.waiting('s')).toEqual([]);
    expect(uploader.state()).toMatchObject({ waiting: 0, failures: 0, stored: { seq: 2, to: 9_000 } });
  });

  it('tells the end of a segment when its slices are through, and forgets it then', async () => {
    const { shelf, sent, uploader, settled } = scene();
    await shelf.keep(sliceOf(0), segmentOf(1, false));
    await settled();
    expect(sent).toEqual(['1.0']);
    await shelf.keepSegment(segmentOf(1, true));
    await shelf.keep(sliceOf(0, 2), segmentOf(1, false, 2));
    await settled();
    expect(sent).toEqual(['1.0', 'end 1', '2.0']);
    expect(uploader.state().undeclared).toBe(0);
    expect((await shelf.segments('s')).map(({ segment }) => segment)).toEqual([2]);
  });

  it('waits out the silence of the network for as long as it lasts, losing nothing', async () => {
    const silence = Array.from({ length: 20 }, (): SendOutcome => ({ kind: 'again' }));
    const { shelf, waits, settled } = scene({ '1.0': silence });
    await shelf.keep(sliceOf(0), segmentOf(1, false));
    await settled();
    expect(waits).toEqual(Array.from({ length: 20 }, (_, attempt) => attempt));
    expect(await shelf.waiting('s')).toEqual([]);
  });

  it('sets aside what is refused again and again, and sends the others', async () => {
    const conflicts = Array.from({ length: 40 }, () => no('CONFLICT'));
    const { shelf, sent, settled } = scene({ '1.0': conflicts });
    await shelf.keep(sliceOf(0), segmentOf(1, false));
    await shelf.keep(sliceOf(1), segmentOf(2, false));
    await settled();
    expect(sent.filter((name) => name === '1.0')).toHaveLength(8);
    expect(sent.at(-1)).toBe('1.1');
    expect(await shelf.waiting('s')).toEqual([sliceOf(0).key]);
  });

  it('is quiet once another device has the position, and keeps everything', async () => {
    const { shelf, sent, uploader, settled } = scene({ '1.0': [{ kind: 'stop', code: 'SUPERSEDED' }] });
    await shelf.keep(sliceOf(0), segmentOf(1, false));
    await settled();
    await settled();
    expect(sent).toEqual(['1.0']);
    expect(uploader.state().stopped).toBe('SUPERSEDED');
    expect(await shelf.waiting('s')).toHaveLength(1);
  });

  it('leaves alone what is of another sitting', async () => {
    const { shelf, sent, settled } = scene();
    const theirs = { ...sliceOf(0), sittingId: 'x', key: 'x/t/1/001/00000' };
    await shelf.keep(theirs, { ...segmentOf(1, true), sittingId: 'x', key: 'x/t/1/001' });
    await settled();
    expect(sent).toEqual([]);
  });
});
