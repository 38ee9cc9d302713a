import { believe, createServerTime } from './server-time';

const sample = (sentAt: number, roundTrip: number, ahead: number) => ({
  sentAt,
  receivedAt: sentAt + roundTrip,
  serverTime: sentAt + roundTrip / 2 + ahead,
});

describe("what is believed of the server's clock", () => {
  it('is the middle of the first round trip', () =>
    expect(believe(null, sample(1_000, 200, 3_600_000)).offsetMs).toBe(3_600_000));

  it('does not move for a slower sample', () => {
    const first = believe(null, sample(0, 20, 500));
    expect(believe(first, sample(5_000, 400, 650))).toBe(first);
  });

  it('becomes more certain with a faster sample, without moving clocks for a trifle', () => {
    const first = believe(null, sample(0, 400, 500));
    const second = believe(first, sample(5_000, 20, 560));
    expect(second).toMatchObject({ offsetMs: 500, roundTripMs: 20 });
  });

  it('follows at once when the reader sets his clock back an hour', () => {
    const first = believe(null, sample(4_000_000, 20, 0));
    const second = believe(first, sample(400_000, 300, 3_600_000));
    expect(second.offsetMs).toBe(3_600_000);
  });

  it('is renewed after ten minutes even by a slower sample', () => {
    const first = believe(null, sample(0, 20, 500));
    expect(believe(first, sample(700_000, 100, 520)).roundTripMs).toBe(100);
  });
});

describe('the clock of a page', () => {
  it('tells its listeners only when it moved', () => {
    const time = createServerTime(() => 10_000);
    const moved = jest.fn();
    time.subscribe(moved);
    time.observe(sample(9_000, 20, 2_000));
    time.observe(sample(9_500, 20, 2_010));
    expect(moved).toHaveBeenCalledTimes(1);
    expect(time.now()).toBe(12_000);
  });
});
