import { measureLight, wordForLight } from './picture-light';

const pixels = (...greys: number[]): Uint8ClampedArray =>
  new Uint8ClampedArray(greys.flatMap((grey) => [grey, grey, grey, 255]));

describe('the light of a picture', () => {
  it('is measured from its pixels', () => {
    expect(measureLight(pixels(0, 255)).mean).toBeCloseTo(0.5);
    expect(measureLight(pixels(0, 255)).spread).toBeCloseTo(0.5);
    expect(measureLight(pixels(51, 51)).spread).toBeCloseTo(0);
  });
  it('weighs green as eyes do', () => {
    const green = measureLight(new Uint8ClampedArray([0, 255, 0, 255])).mean;
    const blue = measureLight(new Uint8ClampedArray([0, 0, 255, 255])).mean;
    expect(green).toBeGreaterThan(blue * 5);
  });
  it('tells a covered lens from a dark room', () => {
    expect(wordForLight(measureLight(pixels(2, 3, 2, 2)))).toBe('black');
    expect(wordForLight(measureLight(pixels(2, 60, 5, 12)))).toBe('dark');
  });
  it('is good in an ordinary room and too bright before a window', () => {
    expect(wordForLight(measureLight(pixels(90, 140, 120)))).toBe('good');
    expect(wordForLight(measureLight(pixels(250, 240, 255)))).toBe('bright');
  });
  it('of no pixels is black', () => expect(measureLight(pixels()).mean).toBe(0));
});
