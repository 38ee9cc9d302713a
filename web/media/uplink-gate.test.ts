import { createUplinkGate } from './uplink-gate';

const settled = async (work: Promise<void>): Promise<boolean> => {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 20));
  return Promise.race([work.then(() => true), late]);
};

describe('the gate before uploads', () => {
  it('is open until a stage holds it, and lets everybody through when it does not any more', async () => {
    const gate = createUplinkGate();
    const { signal } = new AbortController();
    expect(gate.mayUpload()).toBe(true);
    expect(await settled(gate.untilMayUpload(signal))).toBe(true);
    gate.hold(true);
    expect(gate.mayUpload()).toBe(false);
    const both = [gate.untilMayUpload(signal), gate.untilMayUpload(signal)];
    expect(await Promise.all(both.map(settled))).toEqual([false, false]);
    gate.hold(false);
    expect(await Promise.all(both.map(settled))).toEqual([true, true]);
  });

  it('keeps nobody who gave up', async () => {
    const gate = createUplinkGate();
    gate.hold(true);
    const given = new AbortController();
    const waits = gate.untilMayUpload(given.signal);
    given.abort();
    expect(await settled(waits)).toBe(true);
    expect(await settled(gate.untilMayUpload(given.signal))).toBe(true);
  });
});
