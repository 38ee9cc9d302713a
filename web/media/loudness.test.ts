import { levelOf, rms, SILENCE_RMS } from './loudness';

const tone = (amplitude: number): Float32Array =>
  Float32Array.from({ length: 480 }, (_, at) => amplitude * Math.sin((at / 480) * 2 * Math.PI * 4));

describe('loudness', () => {
  it('is the root mean square of the samples', () => expect(rms(tone(1))).toBeCloseTo(Math.SQRT1_2, 3));
  it('of nothing is nothing', () => {
    expect(rms(new Float32Array())).toBe(0);
    expect(levelOf(0)).toBe(0);
  });
  it('puts speech in the middle of the meter', () => {
    expect(levelOf(rms(tone(0.05)))).toBeGreaterThan(0.4);
    expect(levelOf(rms(tone(0.05)))).toBeLessThan(0.8);
  });
  it('stays within 0 and 1', () => {
    expect(levelOf(4)).toBe(1);
    expect(levelOf(1e-9)).toBe(0);
  });
  it('tells a quiet room from a microphone that is off', () => {
    expect(rms(tone(0.001))).toBeGreaterThan(SILENCE_RMS);
    expect(rms(tone(0.0001))).toBeLessThan(SILENCE_RMS);
  });
});
