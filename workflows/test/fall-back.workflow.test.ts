import { flowOf } from './flows';
import { openHall, until, type Hall } from './harness';

const talk = flowOf(['waiting', 'interview']);

describe('a video provider that fails', () => {
  let hall: Hall;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    ({ hall, close } = await openHall());
  });
  afterAll(() => close?.());

  const arrive = async (room: Awaited<ReturnType<Hall['room']>>) => {
    const sitting = hall.sitting(room, talk);
    await sitting.checkIn();
    return sitting;
  };
  const fell = { name: 'stage-fell-back', stage: 'waiting', generation: 0, cause: 'join' } as const;

  it('costs one candidate his stage alone, recorded once however often it is reported', async () => {
    const room = await hall.room();
    const [one, other] = [await arrive(room), await arrive(room)];
    const commandId = `video:${one.id}.waiting.0`;
    const first = await one.ask(null, fell, { commandId, by: 'system' });
    const again = await one.ask(null, fell, { commandId, by: 'system' });
    await one.ask(null, fell, { by: 'system' });
    expect(again).toEqual(first);
    expect(first.view.video).toMatchObject({ stage: 'waiting', cause: 'join' });
    await until(
      () => hall.store.kindsOf(one.id),
      (kinds) => kinds.includes('video.fell-back'),
    );
    expect(hall.store.kindsOf(one.id).filter((kind) => kind === 'video.fell-back')).toHaveLength(1);
    expect((await other.state()).view).not.toHaveProperty('video');
  });

  it('lets the room take its open stages along; who comes later begins with the provider', async () => {
    const room = await hall.room();
    const sitting = await arrive(room);
    const { seq } = await room.order({ kind: 'fall-back-video' });
    const { view } = await until(
      () => sitting.state(),
      (state) => state.view.roomSeq === seq,
    );
    expect(view.video).toMatchObject({ stage: 'waiting', cause: 'room' });
    const late = await arrive(room);
    const begun = await until(
      () => late.state(),
      (state) => state.view.roomSeq === seq,
    );
    expect(begun.view).not.toHaveProperty('video');
    const invited = await room.invite(sitting);
    const entered = await sitting.ask('waiting', { name: 'waiting.accept' }, { roomSeq: invited.seq });
    expect(entered.view.video).toEqual(view.video);
    expect(entered.view.step).toMatchObject({ kind: 'interview' });
  });
});
