import type { Redis } from 'ioredis';
import { ulid } from 'ulid';
import { createManualClock, openRedis } from '../live/test/test-redis';
import { createStaffHere } from './staff-here';
import { createTalks } from './talks';

describe('talks in the waiting area', () => {
  let redis: Redis;
  beforeAll(async () => {
    redis = await openRedis();
  });
  afterAll(() => redis.disconnect());

  const stand = () => {
    const clock = createManualClock();
    return { clock, talks: createTalks(redis, clock.now), exam: ulid(), li: ulid(), wu: ulid() };
  };

  it('refuse a second officer with who was first and since when', async () => {
    const { talks, exam, li, wu, clock } = stand();
    const sittingId = ulid();
    const since = clock.now();
    await talks.begin(exam, { staffId: li, name: '李 100%', sittingId });
    clock.pass(5_000);
    await expect(talks.begin(exam, { staffId: wu, name: '吴', sittingId })).rejects.toMatchObject({
      code: 'ALREADY_DONE',
      details: { by: `staff:${li}`, at: since },
    });
    expect(await talks.ofExam(exam)).toEqual([{ staffId: li, name: '李 100%', sittingId, since }]);
  });

  it('let only one of two officers in who begin at once', async () => {
    const { talks, exam } = stand();
    const sittingId = ulid();
    const tries = Array.from({ length: 8 }, () =>
      talks.begin(exam, { staffId: ulid(), name: '', sittingId }),
    );
    const settled = await Promise.allSettled(tries);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('move with their officer to another candidate, and keep their beginning when begun again', async () => {
    const { talks, exam, li, wu, clock } = stand();
    const [first, second] = [ulid(), ulid()];
    const since = clock.now();
    await talks.begin(exam, { staffId: li, name: '李', sittingId: first });
    clock.pass(1_000);
    await talks.begin(exam, { staffId: li, name: '李', sittingId: first });
    expect((await talks.ofExam(exam))[0]?.since).toBe(since);
    await talks.begin(exam, { staffId: li, name: '李', sittingId: second });
    await talks.begin(exam, { staffId: wu, name: '吴', sittingId: first });
    expect((await talks.ofExam(exam)).map(({ sittingId }) => sittingId).sort()).toEqual(
      [first, second].sort(),
    );
  });

  it('end only for the candidate that is left, by whoever talks', async () => {
    const { talks, exam, li, wu } = stand();
    const sittingId = ulid();
    await talks.begin(exam, { staffId: li, name: '李', sittingId });
    await talks.end(exam, wu, sittingId);
    await talks.end(exam, li, ulid());
    expect(await talks.ofExam(exam)).toHaveLength(1);
    await talks.end(exam, li, sittingId);
    expect(await talks.ofExam(exam)).toEqual([]);
  });

  it('end by themselves 30 s after the last sign of their officer', async () => {
    const { talks, exam, li, wu, clock } = stand();
    const sittingId = ulid();
    await talks.begin(exam, { staffId: li, name: '李', sittingId });
    clock.pass(20_000);
    await talks.renew(exam, li);
    clock.pass(29_000);
    expect(await talks.ofExam(exam)).toHaveLength(1);
    clock.pass(1_000);
    expect(await talks.ofExam(exam)).toEqual([]);
    await talks.begin(exam, { staffId: wu, name: '吴', sittingId });
    await talks.renew(exam, ulid());
    expect((await talks.ofExam(exam)).map(({ staffId }) => staffId)).toEqual([wu]);
  });
});

describe('staff of a room', () => {
  let redis: Redis;
  beforeAll(async () => {
    redis = await openRedis();
  });
  afterAll(() => redis.disconnect());

  it('are here while renewed, and survive a reload', async () => {
    const clock = createManualClock();
    const here = createStaffHere(redis, clock.now);
    const [roomId, staff] = [ulid(), { staffId: ulid(), name: '李', role: 'examiner' } as const];
    const count = async () => (await here.inRoom(roomId)).length;
    await here.renew(staff, roomId);
    clock.pass(29_000);
    expect(await count()).toBe(1);
    await here.leave(staff, roomId);
    clock.pass(3_000);
    await here.renew(staff, roomId);
    clock.pass(10_000);
    expect(await here.inRoom(roomId)).toEqual([staff]);
    await here.leave(staff, roomId);
    clock.pass(6_000);
    expect(await count()).toBe(0);
  });
});
