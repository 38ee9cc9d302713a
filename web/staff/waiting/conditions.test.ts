import { consoleRow, here, never, queued } from '../test/console-row';
import { conditionsOf } from './conditions';

const steps = (now: number) =>
  ['device-check', 'cameras', 'waiting'].map((kind, index) => ({
    id: `the-${kind}`,
    kind,
    status: index < now ? ('done' as const) : index === now ? ('now' as const) : ('next' as const),
    at: null,
  }));
const cameras = { kind: 'cameras', phase: 'pairing', waived: false, pairedAt: null } as const;
const lone = { 1: here, 2: never };
const second = (row: ReturnType<typeof consoleRow>) => conditionsOf(row)[1];

describe('the conditions of entering', () => {
  it('are met by what is seen now', () =>
    expect(conditionsOf(consoleRow('a', { step: queued })).map(({ met }) => met)).toEqual([
      true,
      true,
      true,
      true,
    ]));
  it('can be waived until the step that asks for them is behind the candidate', () => {
    const at = consoleRow('a', { step: cameras, steps: steps(1), presence: lone });
    expect(conditionsOf(at).map(({ waivable }) => waivable)).toEqual([null, 'the-cameras', null, null]);
    const past = consoleRow('a', { step: queued, steps: steps(2), presence: lone });
    expect(second(past)).toMatchObject({ met: false, trouble: 'never', waivable: null });
  });
  it('name who waived them', () => {
    const waived = [{ step: 'c', requirement: 'second-camera' as const, by: 'staff:1', at: 1 }];
    expect(second(consoleRow('a', { step: queued, staff: { waived }, presence: lone }))?.waivedBy).toBe(
      'staff:1',
    );
  });
  it('tell a covered camera from a missing one', () => {
    const covered = { ...here, device: here.device && { ...here.device, camera: 'covered' as const } };
    expect(second(consoleRow('a', { step: queued, presence: { 1: here, 2: covered } }))).toMatchObject({
      met: false,
      trouble: null,
    });
  });
});
