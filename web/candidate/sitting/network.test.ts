import { atFirst, hear, isOut } from './network';

describe('how the server is reached', () => {
  it('is weak when answers take long', () =>
    expect(hear(atFirst, { kind: 'answer', rttMs: 2_000 }, 0).state).toBe('weak'));

  it('is out of reach since the first silence, whatever is silent after', () => {
    const silent = hear(atFirst, { kind: 'silence' }, 100);
    expect(hear(silent, { kind: 'silence' }, 900)).toMatchObject({ state: 'offline', outSince: 100 });
    expect(hear(silent, { kind: 'server-away' }, 900)).toMatchObject({ state: 'away', outSince: 100 });
  });

  it('is in reach again with the next answer', () => {
    const back = hear(hear(atFirst, { kind: 'silence' }, 100), { kind: 'answer', rttMs: 40 }, 200);
    expect(isOut(back)).toBe(false);
    expect(back.state).toBe('fine');
  });
});
