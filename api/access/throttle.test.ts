import { once } from 'node:events';
import { pino } from 'pino';
import { ulid } from 'ulid';
import type { Redis } from 'ioredis';
import { createRedis } from '../connect';
import { createThrottle, type SlowDown } from './throttle';

const rule: SlowDown = { free: 3, firstMs: 2_000, maxMs: 10_000, forgetMs: 60_000 };
const silent = pino({ level: 'silent' });
const reds: Record<string, Redis> = {};
beforeAll(async () => {
  reds['shared in Redis'] = createRedis(process.env['TEST_REDIS_URL'] ?? '', `t${ulid()}:`);
  reds['alone, without Redis'] = createRedis('redis://127.0.0.1:1');
  await once(reds['shared in Redis'], 'ready');
});
afterAll(() => Object.values(reds).forEach((redis) => redis.disconnect()));

describe.each(['shared in Redis', 'alone, without Redis'])('%s', (where) => {
  const clock = { at: 1_764_000_000_000 };
  const throttle = () => createThrottle(reds[where] as Redis, () => clock.at, silent);
  const outcome = (work: Promise<void>) =>
    work.then(
      () => 'through',
      (error: { code: string; details: { retryAt: number } }) =>
        `${error.code} ${error.details.retryAt - clock.at}`,
    );

  it('lets some tries through, then doubles the wait up to its most', async () => {
    const [key, one] = [ulid(), throttle()];
    const tried: string[] = [];
    for (let free = 0; free < 3; free++) tried.push(await outcome(one.attempt(key, rule)));
    for (let slow = 0; slow < 4; slow++) {
      const said = await outcome(one.attempt(key, rule));
      tried.push(said);
      clock.at += Number(said.split(' ')[1]);
      tried.push(await outcome(one.attempt(key, rule)));
    }
    expect(tried).toEqual([
      ...['through', 'through', 'through'],
      ...['SLOW_DOWN 2000', 'through', 'SLOW_DOWN 4000', 'through'],
      ...['SLOW_DOWN 8000', 'through', 'SLOW_DOWN 10000', 'through'],
    ]);
  });

  it('is not outrun by many tries at once', async () => {
    const [key, one] = [ulid(), throttle()];
    const all = await Promise.all(Array.from({ length: 20 }, () => outcome(one.attempt(key, rule))));
    expect(all.filter((said) => said === 'through')).toHaveLength(3);
  });

  it('only looks, counts afterwards, forgives and forgets when it is asked to', async () => {
    const [key, one] = [ulid(), throttle()];
    for (let failed = 0; failed < 2; failed++) await one.fail(key, rule);
    for (let right = 0; right < 5; right++) {
      expect(await outcome(one.attempt(key, rule))).toBe('through');
      await one.forgive(key);
    }
    await one.fail(key, rule);
    expect(await outcome(one.look(key))).toBe('SLOW_DOWN 2000');
    await one.clear(key);
    expect(await outcome(one.look(key))).toBe('through');
  });

  it('counts a window', async () => {
    const [key, one] = [ulid(), throttle()];
    const spend = () => outcome(one.spend(key, 2, 60_000));
    expect([await spend(), await spend()]).toEqual(['through', 'through']);
    expect(await spend()).toMatch(/^SLOW_DOWN (59\d\d\d|60000)$/);
  });
});
