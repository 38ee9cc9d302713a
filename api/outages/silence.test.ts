import type { DeviceState } from '#protocol/live.schema';
import type { StaffView } from '#protocol/views.schema';
import { viewIn } from '../live/test/views';
import { endedSilence, type Said } from './silence';
import { counts } from './silences';

const state: DeviceState = {
  ...{ camera: 'live', microphone: 'live', bell: true, visible: true, battery: null, rttMs: null },
};
const device = { roomId: 'R', sittingId: 'S', position: 1 } as const;
const before = { epoch: 1, at: 100_000, left: false, device: state };
const end = (now: number, given: { lull?: { from: number; until: number }; said?: Said } = {}) =>
  endedSilence(device, before, { now, lull: given.lull ?? null }, given.said ?? null);

describe('a silence that a report ends', () => {
  it('is none below 15 s', () => {
    expect(end(114_999)).toBeNull();
    expect(end(115_000)).toMatchObject({ from: 100_000, to: 115_000, began: 'lost' });
  });

  it('begins and ends where the page says, as far as that can be', () => {
    const says = (from: number, to: number) => end(237_000, { said: { from, to } });
    expect(says(103_000, 236_000)).toMatchObject({ from: 103_000, to: 236_000 });
    expect(says(1, 1)).toMatchObject({ from: 100_000, to: 232_000 });
    expect(says(236_000, 999_000)).toMatchObject({ from: 105_500, to: 237_000 });
  });

  it('is none where only we were away, nor in the time after it that everybody gets', () => {
    const lull = { from: 102_000, until: 150_000 };
    expect(end(149_000, { lull })).toBeNull();
    expect(end(164_999, { lull })).toBeNull();
    expect(end(165_000, { lull })).toMatchObject({ from: 100_000, to: 165_000 });
  });

  it('is none that began after we were back and ended soon after that time', () => {
    const lull = { from: 50_000, until: 103_000 };
    expect(end(117_000, { lull })).toBeNull();
    expect(end(118_000, { lull })).toMatchObject({ from: 100_000 });
  });

  it('is one where the device was silent before we went away', () =>
    expect(end(130_000, { lull: { from: 120_000, until: 160_000 } })).toMatchObject({
      from: 100_000,
      to: 130_000,
    }));

  it('keeps its name whatever the page says', () =>
    expect(end(237_000, { said: { from: 103_000, to: 236_000 } })?.lastSeenAt).toBe(100_000));
});

describe('the silence of a second camera', () => {
  const view = viewIn('S', 'interview');
  const staff = (given: Partial<StaffView>): StaffView => ({
    ...{ view, waived: [], queueKey: null },
    identity: { status: 'not-yet', caseId: null, reason: null, attemptsUsed: 0 },
    ...given,
  });
  const waived = [{ step: 'cameras', requirement: 'second-camera', by: 'staff:x', at: 1 } as const];
  const without = { ...view, steps: view.steps.filter(({ kind }) => kind !== 'cameras') };

  it.each([
    ['counts where the flow wants it', staff({}), true],
    ['does not where it was waived', staff({ waived: [...waived] }), false],
    ['does not where the flow has none', staff({ view: without }), false],
  ])('%s', (_, given, does) => {
    expect(counts(2, given)).toBe(does);
    expect(counts(1, given)).toBe(true);
  });
});
