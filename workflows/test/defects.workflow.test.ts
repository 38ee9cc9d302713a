import { doorbell, type CommandRequest, type NumberedOrder } from '../messages';
import { refusalOf } from './drivers';
import { openHall, until, type Hall } from './harness';

/** What no edge lets through: it stands for a defect of ours behind the edge. */
const broken = { name: 'device-check.finish', report: null } as unknown as CommandRequest['command'];

describe('a defect of ours', () => {
  let hall: Hall;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    ({ hall, close } = await openHall());
  });
  afterAll(() => close?.());

  const atDevices = async () => {
    const sitting = hall.sitting(null);
    await sitting.checkIn();
    await sitting.ask('notice', { name: 'notice.read' });
    await sitting.ask('pledge', { name: 'pledge.agree', version: '2026', digest: 'd'.repeat(64) });
    return sitting;
  };
  const finish = {
    name: 'device-check.finish',
    report: { camera: 'ok', microphone: 'ok', bell: 'ok' },
  } as const;

  it('in a validator is a typed failure, and the next command works', async () => {
    const sitting = await atDevices();
    const failure = await refusalOf(sitting.ask('devices', broken));
    expect(failure).toEqual({ code: 'INTERNAL', details: undefined, view: undefined });
    expect((await sitting.ask('devices', finish)).view.stepId).toBe('face');
  });

  it('in a handler is a typed failure within seconds, and the next command works', async () => {
    const sitting = await atDevices();
    const asked = Date.now();
    const failure = await refusalOf(sitting.ask('devices', broken, { roomSeq: 1 }));
    expect(failure.code).toBe('INTERNAL');
    expect(Date.now() - asked).toBeLessThan(4_500);
    const { view } = await sitting.ask('devices', finish);
    expect(view.stepId).toBe('face');
    await until(
      () => hall.store.views.get(sitting.id)?.view.revision,
      (recorded) => recorded === view.revision,
    );
  });

  it('in a signal is passed over', async () => {
    const sitting = await atDevices();
    await sitting.handle.signal(doorbell, null as never);
    expect((await sitting.ask('devices', finish)).view.stepId).toBe('face');
  });

  it('in a row of room orders is passed over, and the next order is obeyed', async () => {
    const room = await hall.room();
    const sitting = hall.sitting(room);
    await sitting.checkIn();
    const row = { roomId: room.input.roomId, to: null, effectiveAt: await hall.now(), by: 'staff:one' };
    hall.store.orders.set(room.input.roomId, [
      { ...row, seq: 1, order: { kind: 'unheard-of' } } as unknown as NumberedOrder,
      { ...row, seq: 2, order: { kind: 'pause', reason: 'noise' } },
    ]);
    await sitting.handle.signal(doorbell, { roomId: room.input.roomId, upTo: 2 });
    const { view } = await until(
      () => sitting.state(),
      (seen) => seen.view.roomSeq === 2,
    );
    expect(view.phase).toBe('going-on');
    await until(
      () => hall.store.kindsOf(sitting.id),
      (kinds) => kinds.includes('room.pause'),
    );
  });
});
