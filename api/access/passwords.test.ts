import { hash } from '@node-rs/argon2';
import { createPasswords } from './passwords';

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const here = new AbortController().signal;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};
const median = (values: readonly number[]) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

describe('passwords', () => {
  it('match their own hash only', async () => {
    const passwords = createPasswords();
    const stored = await hash('right', cost);
    expect(await passwords.matches(stored, 'right', here)).toBe(true);
    expect(await passwords.matches(stored, 'wrong', here)).toBe(false);
    expect(await passwords.matches('damaged hash', 'right', here)).toBe(false);
    expect(await passwords.matches(null, 'nobody has this passcode', here)).toBe(false);
  });

  it('take as long for somebody unknown as for a wrong one', async () => {
    const passwords = createPasswords();
    const stored = await hash('right', cost);
    const [wrong, unknown]: [number[], number[]] = [[], []];
    for (let round = 0; round < 9; round++) {
      wrong.push(await timed(() => passwords.matches(stored, 'wrong', here)));
      unknown.push(await timed(() => passwords.matches(null, 'wrong', here)));
    }
    expect(median(unknown)).toBeGreaterThan(median(wrong) / 2);
    expect(median(unknown)).toBeLessThan(median(wrong) * 2);
  });

  it('are not hashed for somebody who hung up while he waited', async () => {
    const passwords = createPasswords();
    const stored = await hash('right', cost);
    const hangUp = new AbortController();
    const waiting = Array.from({ length: 40 }, () => passwords.matches(stored, 'right', hangUp.signal));
    hangUp.abort();
    const outcomes = await Promise.allSettled(waiting);
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(30);
    expect(refused[0]).toMatchObject({ reason: { code: 'UNAVAILABLE' } });
  });
});
