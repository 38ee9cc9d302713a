import { firstLook, look, moveOf, turnBy, zooms } from './sheet-look';

describe('the look at a sheet', () => {
  it('goes to the next and the one before, and stays at the ends', () => {
    expect(look(firstLook, 'next', 3).at).toBe(1);
    expect(look({ ...firstLook, at: 2 }, 'next', 3).at).toBe(2);
    expect(look(firstLook, 'before', 3).at).toBe(0);
  });
  it('keeps its size and begins upright at another sheet', () =>
    expect(look({ at: 0, zoom: 2, turned: 90 }, 'next', 2)).toEqual({ at: 1, zoom: 2, turned: 0 }));
  it('grows and shrinks by steps, no further than there are', () => {
    expect(look(firstLook, 'larger', 1).zoom).toBe(1.5);
    expect(look(firstLook, 'smaller', 1).zoom).toBe(0.75);
    const largest = zooms.at(-1) ?? 1;
    expect(look({ ...firstLook, zoom: largest }, 'larger', 1).zoom).toBe(largest);
    expect(look({ ...firstLook, zoom: 3 }, 'fit', 1).zoom).toBe(1);
  });
  it('turns by quarters, all the way round', () => {
    expect(look({ ...firstLook, turned: 270 }, 'turn', 1).turned).toBe(0);
    expect(turnBy(180, 270)).toBe(90);
  });
  it('is moved by the keys that readers try', () => {
    expect(['ArrowRight', 'ArrowLeft', '+', '-', '0', 'r'].map(moveOf)).toEqual([
      ...['next', 'before', 'larger', 'smaller', 'fit', 'turn'],
    ]);
    expect(moveOf('a')).toBeNull();
  });
});
