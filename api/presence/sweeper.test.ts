import type { Redis } from 'ioredis';
import { ulid } from 'ulid';
import type { ChannelMessage } from '#protocol/channels';
import type { DeviceState } from '#protocol/live.schema';
import { createManualClock, openRedis } from '../live/test/test-redis';
import type { Silence } from '../outages/silence';
import { createHold } from './hold';
import { presenceOf } from './judge';
import { createPresenceRecords, type Device } from './records';
import { createSweeper } from './sweeper';

const state: DeviceState = {
  camera: 'live',
  microphone: 'live',
  bell: true,
  visible: true,
  battery: null,
  rttMs: null,
};

async function stand(redis: Redis) {
  const clock = createManualClock();
  const records = createPresenceRecords(redis);
  const hold = createHold(redis, clock.now);
  const told: ChannelMessage[] = [];
  const publish = {
    toRoom: (_: string, message: ChannelMessage) => void told.push(message),
    toSitting: () => {},
  };
  const noted: Silence[] = [];
  const silences = { note: async (silence: Silence) => void noted.push(silence) };
  const sweeperNamed = (id: string) => createSweeper({ redis, records, hold, silences, publish, id });
  const { sweep } = sweeperNamed('one');
  const device: Device = { roomId: ulid(), sittingId: ulid(), position: 2 };
  const report = (given: { epoch?: number; left?: boolean; visible?: boolean } = {}) =>
    records.report(device, {
      epoch: given.epoch ?? 1,
      at: clock.now(),
      left: given.left ?? false,
      device: { ...state, visible: given.visible ?? true },
      said: given.left ? 'left' : 'live',
    });
  const seen = async () => {
    const of = await records.ofRoom(device.roomId);
    return presenceOf(of.get(device.sittingId), await hold.judgedAt())[2].state;
  };
  /** Seconds in which the sweeper does its work. */
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      clock.pass(1_000);
      await sweep();
    }
  };
  await sweep();
  return { clock, device, told, noted, report, sweep, sweeperNamed, seen, pass };
}

describe('the sweeper', () => {
  let redis: Redis;
  beforeAll(async () => {
    redis = await openRedis();
  });
  afterEach(async () => {
    const keys = await redis.keys(`${redis.options.keyPrefix}*`);
    const prefix = redis.options.keyPrefix?.length ?? 0;
    if (keys.length > 0) await redis.del(keys.map((key) => key.slice(prefix)));
  });
  afterAll(() => redis.disconnect());

  it('tells amber at 5 s and lost at 15 s, each once', async () => {
    const { report, pass, told, seen, device } = await stand(redis);
    await report();
    await pass(4);
    expect(told).toEqual([]);
    await pass(1);
    expect(told).toEqual([{ kind: 'presence', sittingId: device.sittingId }]);
    expect(await seen()).toBe('amber');
    await pass(9);
    expect(told).toHaveLength(1);
    await pass(1);
    expect(told).toHaveLength(2);
    expect(await seen()).toBe('lost');
    await pass(60);
    expect(told).toHaveLength(2);
  });

  it('notices the silence of a device that came back from being lost', async () => {
    const { report, pass, told, seen } = await stand(redis);
    await report();
    await pass(16);
    await report();
    expect(await seen()).toBe('live');
    await pass(5);
    expect(await seen()).toBe('amber');
    expect(told).toHaveLength(3);
  });

  it('tells locked for a page that hid itself, and says nothing of one that left', async () => {
    const hidden = await stand(redis);
    await hidden.report({ visible: false });
    await hidden.pass(20);
    expect(await hidden.seen()).toBe('locked');
    expect(hidden.told).toHaveLength(1);
    await hidden.report({ left: true });
    await hidden.pass(20);
    expect(await hidden.seen()).toBe('left');
    expect(hidden.told).toHaveLength(1);
  });

  it('notes the silence of a device at 15 s, once, and how it began', async () => {
    const kinds = [{}, { left: true }, { visible: false }];
    const begun: unknown[] = [];
    for (const given of kinds) {
      const { clock, device, report, pass, noted } = await stand(redis);
      await report(given);
      const at = clock.now();
      await pass(14);
      expect(noted).toEqual([]);
      await pass(60);
      expect(noted).toMatchObject([{ device, lastSeenAt: at, from: at, to: null }]);
      begun.push(noted[0]?.began);
    }
    expect(begun).toEqual(['lost', 'left', 'locked']);
  });

  it('notes no silence that only an outage of ours made', async () => {
    const { clock, report, sweep, pass, noted } = await stand(redis);
    await report();
    clock.pass(60_000);
    await sweep();
    await pass(10);
    await report();
    // The time that everybody gets is over after 30 s; silence counts from then on.
    await pass(20 + 14);
    expect(noted).toEqual([]);
    await pass(1);
    expect(noted).toHaveLength(1);
  });

  it('lets one process sweep, and another once that one is gone', async () => {
    const { sweeperNamed, sweep } = await stand(redis);
    const other = sweeperNamed('two');
    expect(await sweep()).toBe(0);
    expect(await other.sweep()).toBeNull();
    await redis.del('presence:sweeper');
    expect(await other.sweep()).toBe(0);
    expect(await sweep()).toBeNull();
  });

  it('counts no silence against devices for 30 s after an outage of ours', async () => {
    const { clock, report, sweep, pass, told, seen } = await stand(redis);
    await report();
    clock.pass(60_000);
    expect(await seen()).toBe('live');
    await sweep();
    await pass(29);
    expect(await seen()).toBe('live');
    expect(told).toEqual([]);
    await pass(1);
    expect(await seen()).toBe('lost');
    expect(told).toHaveLength(1);
  });
});

describe('reports', () => {
  let redis: Redis;
  beforeAll(async () => {
    redis = await openRedis();
  });
  afterAll(() => redis.disconnect());

  it('of an older epoch never raise a device that was taken over', async () => {
    const { report } = await stand(redis);
    await report({ epoch: 2 });
    const late = await report({ epoch: 1, left: true });
    expect(late.outcome).toBe('superseded');
    const { before } = await report({ epoch: 2 });
    expect(before).toMatchObject({ epoch: 2, left: false });
  });
});
