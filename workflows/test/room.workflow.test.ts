import { refusalOf } from './drivers';
import { flowOf } from './flows';
import { openHall, until, type Hall } from './harness';

const short = flowOf(['waiting', 'interview'], { waiting: { invitationSeconds: 3 } });
const talk = flowOf(['waiting', 'interview']);

describe('a room on the real server', () => {
  let hall: Hall;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    ({ hall, close } = await openHall());
  });
  afterEach(() => {
    hall.store.isDeaf = false;
  });
  afterAll(() => close?.());

  const arrive = async (room: Awaited<ReturnType<Hall['room']>>, flow = talk) => {
    const sitting = hall.sitting(room, flow);
    await sitting.checkIn();
    return sitting;
  };
  const isFree = (room: Awaited<ReturnType<Hall['room']>>) =>
    until(
      () => room.state(),
      ({ occupant }) => occupant === null,
    );

  it('lets one of two win who invite at the same moment, and tells the other', async () => {
    const room = await hall.room();
    const [a, b] = [await arrive(room), await arrive(room)];
    const both = await Promise.allSettled([
      room.invite(a, { by: 'staff:one' }),
      room.invite(b, { by: 'staff:two' }),
    ]);
    const [won] = both.filter(({ status }) => status === 'fulfilled');
    expect(won).toBeDefined();
    const lost = both.findIndex(({ status }) => status === 'rejected');
    const refusal = await refusalOf(room.invite(lost === 0 ? a : b, { by: 'staff:two' }));
    expect(refusal).toMatchObject({
      code: 'ROOM_OCCUPIED',
      details: {
        sittingId: lost === 0 ? b.id : a.id,
        by: lost === 0 ? 'staff:two' : 'staff:one',
        at: expect.any(Number),
      },
    });
  });

  it('is free again when nobody came, twice, and then wants a call', async () => {
    const room = await hall.room();
    const sitting = await arrive(room, short);
    for (const missed of [1, 2]) {
      await room.invite(sitting);
      await isFree(room);
      expect((await sitting.state()).view.step).toMatchObject({ missed });
    }
    expect((await sitting.state()).view.step).toMatchObject({ phase: 'must-be-called', deferrals: 1 });
    await room.invite(sitting);
    await isFree(room);
    await room.invite(sitting, {}, true);
    await until(
      () => sitting.state(),
      ({ view: { step } }) => step?.kind === 'waiting' && step.phase === 'invited',
    );
  });

  it('is free at once when the guest never began, and when he is away', async () => {
    const room = await hall.room();
    await room.invite(hall.sitting(room, talk));
    await isFree(room);
    const sitting = await arrive(room);
    await sitting.ask('waiting', { name: 'waiting.away', minutes: 5 });
    await room.invite(sitting);
    await isFree(room);
    expect((await sitting.state()).view.step).toMatchObject({ phase: 'away' });
  });

  it('loses no order although no bell rings: who has seen it makes the sitting look', async () => {
    hall.store.isDeaf = true;
    const room = await hall.room();
    const sitting = await arrive(room);
    const { seq } = await room.invite(sitting);
    const unaware = await refusalOf(sitting.ask('waiting', { name: 'waiting.accept' }));
    expect(unaware.code).toBe('NOT_NOW');
    await until(
      () => hall.store.orders.get(room.input.roomId)?.length,
      (rows) => rows === 1,
    );
    const entered = await sitting.ask('waiting', { name: 'waiting.accept' }, { roomSeq: seq });
    expect(entered.view).toMatchObject({ stepId: 'interview', roomSeq: seq });
  });

  it('answers within seconds who claims to have seen an order that there is not', async () => {
    const room = await hall.room();
    const sitting = await arrive(room);
    const asked = Date.now();
    const answer = await sitting.ask('waiting', { name: 'waiting.away', minutes: 1 }, { roomSeq: 999_999 });
    expect(Date.now() - asked).toBeLessThan(4_500);
    expect(answer.view).toMatchObject({ roomSeq: 0, step: { phase: 'away' } });
  });

  it('stops and starts every clock from the same instant, also of who enters later', async () => {
    const room = await hall.room();
    const inside = await arrive(room);
    const at = (await hall.now()) - 3_000;
    const { seq } = await room.invite(inside, { at: at - 200 });
    await inside.ask('waiting', { name: 'waiting.accept' }, { roomSeq: seq, at: at - 100 });
    await room.order({ kind: 'pause', reason: 'fire drill' }, { at });
    await until(
      () => inside.state(),
      ({ view }) => view.clock?.pausedSince === at,
    );
    await room.order({ kind: 'resume' }, { at: at + 700 });
    const { seq: last } = await room.order(
      { kind: 'extend', ms: 60_000, reason: 'fire drill' },
      { at: at + 800 },
    );
    const { view } = await until(
      () => inside.state(),
      ({ view: seen }) => seen.roomSeq === last,
    );
    const clock = view.clock;
    expect(clock).toMatchObject({ creditedMs: 700, extendedMs: 60_000 });
    expect(clock?.deadlineAt).toBe((clock?.startedAt ?? 0) + 20 * 60_000 + 700 + 60_000);
  });

  it('closes only when nobody is inside, ends who waits, and opens again', async () => {
    const room = await hall.room();
    const [inside, queued] = [await arrive(room), await arrive(room)];
    const { seq } = await room.invite(inside);
    await inside.ask('waiting', { name: 'waiting.accept' }, { roomSeq: seq });
    const taken = await refusalOf(room.order({ kind: 'close' }));
    expect(taken).toMatchObject({ code: 'ROOM_OCCUPIED', details: { sittingId: inside.id } });
    await inside.order({ kind: 'end' });
    await until(
      () => room.state(),
      ({ occupant }) => occupant === null,
      30_000,
    );
    await room.order({ kind: 'close' });
    await until(
      () => queued.state(),
      ({ view }) => view.over?.cause === 'room-closed',
    );
    expect((await refusalOf(room.invite(queued))).code).toBe('ROOM_CLOSED');
    await room.order({ kind: 'reopen', reason: 'one is left' });
    const back = await until(
      () => queued.state(),
      ({ view }) => view.phase === 'going-on',
    );
    expect(back.view.stepId).toBe('waiting');
    expect((await inside.state()).view.over?.cause).toBe('staff');
  });

  it('takes an ending back, and opens an ended sitting with its room', async () => {
    const room = await hall.room();
    const sitting = await arrive(room);
    const { seq } = await room.invite(sitting);
    await sitting.ask('waiting', { name: 'waiting.accept' }, { roomSeq: seq });
    await sitting.order({ kind: 'end' });
    const undone = await sitting.order({ kind: 'undo-end' });
    expect(undone.view.step).toMatchObject({ phase: 'running', ending: null });
    await sitting.order({ kind: 'end' });
    await until(
      () => room.state(),
      ({ occupant }) => occupant === null,
      30_000,
    );
    expect((await refusalOf(sitting.order({ kind: 'undo-end' }))).code).toBe('UNDO_EXPIRED');
    const again = await sitting.order({ kind: 'reopen', ms: 60_000, reason: 'by mistake' });
    expect(again.view.clock?.totalMs).toBe(60_000);
    await until(
      () => room.state(),
      ({ occupant }) => occupant?.sittingId === sitting.id && occupant.phase === 'inside',
    );
  });
});
