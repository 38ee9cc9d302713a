import { setTimeout as wait } from 'node:timers/promises';
import { aim, FEWEST_IN_FLIGHT, Meter } from './meter';

const sendMany = (meter: Meter, count: number) => Array.from({ length: count }, () => meter.begin());
const fired = (): { count: number } => ({ count: 0 });

describe('the instant of a kill', () => {
  it('comes after so many answers, while enough is under way', async () => {
    const meter = new Meter();
    const shots = fired();
    const gun = aim(meter, { after: 3, delayMs: 0 }, () => (shots.count += 1));
    const answers = sendMany(meter, 40);
    answers.slice(0, 2).forEach((answer) => answer());
    await wait(5);
    expect(gun.shot()).toBeNull();
    answers[2]?.();
    await wait(5);
    expect(gun.shot()).toMatchObject({ inFlight: 37, acknowledged: 3 });
    answers.slice(3).forEach((answer) => answer());
    expect(shots.count).toBe(1);
  });

  it('comes at the last moment at which enough is under way, whatever was drawn', () => {
    const meter = new Meter();
    const gun = aim(meter, { after: 1_000, delayMs: 0 }, () => undefined);
    sendMany(meter, 24)
      .slice(0, 10)
      .forEach((answer) => answer());
    expect(gun.shot()).toMatchObject({ inFlight: FEWEST_IN_FLIGHT, acknowledged: 4 });
  });

  it('never comes with less under way', async () => {
    const meter = new Meter();
    const gun = aim(meter, { after: 1, delayMs: 1 }, () => undefined);
    const answers = sendMany(meter, FEWEST_IN_FLIGHT - 1);
    answers[0]?.();
    await wait(10);
    expect(gun.shot()).toBeNull();
  });

  it('counts the answers of its own storm only', async () => {
    const meter = new Meter();
    sendMany(meter, 5).forEach((answer) => answer());
    const gun = aim(meter, { after: 2, delayMs: 0 }, () => undefined);
    const [first, second] = sendMany(meter, 30);
    first?.();
    await wait(5);
    expect(gun.shot()).toBeNull();
    second?.();
    await wait(5);
    expect(gun.shot()?.acknowledged).toBe(2);
  });
});
