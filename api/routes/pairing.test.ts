import { ulid } from 'ulid';
import { PairingCode } from '#models/pairing-code';
import type { Room } from '#models/room';
import { createBrowser } from '../test/browser';
import { arrive, openDay, type TestCandidate } from '../test/day';
import { enrol, signInCandidate } from '../test/people';
import { startHall, type TestHall } from '../test/start-hall';

let hall: TestHall;
let room: Room;
beforeAll(async () => {
  hall = await startHall();
  room = await openDay(hall);
});
afterAll(async () => hall.close());
beforeEach(async () => {
  await hall.redis.del('throttle:pairing:127.0.0.1');
});

const offer = async (candidate: TestCandidate) => {
  const answer = await candidate.browser.call('offerPairing', { body: { epoch: candidate.epoch } });
  return { ...answer.body, token: answer.body.url.split('/').at(-1) ?? '' };
};
const spend = (
  given: { token: string } | { code: string },
  deviceId = ulid(),
  phone = createBrowser(hall.url),
) => phone.call('spendPairing', { body: { ...given, deviceId } });
const look = (given: { token: string } | { code: string }) =>
  createBrowser(hall.url).call('lookAtPairing', { body: given });
/** Moves the hall's clock while something is done. */
const later = async <T>(ms: number, what: () => Promise<T>): Promise<T> => {
  const real = hall.clock.now;
  hall.clock.now = () => real() + ms;
  return what().finally(() => (hall.clock.now = real));
};

describe('2.1.7 pairing the second camera', () => {
  it('shows what a link is for as often as it is opened, and pairs by the one who spends it', async () => {
    const candidate = await (await arrive(hall, room)).goTo('cameras');
    const { token, url, shortCode } = await offer(candidate);
    expect(url).toMatch(/^http:\/\/hall\.example\/pair\//);
    expect(shortCode).toMatch(/^\d{6}$/);
    for (const time of [1, 2, 3])
      expect([time, (await look({ token })).body]).toMatchObject([time, { candidate: '张三' }]);
    const phone = createBrowser(hall.url);
    const spent = await spend({ token }, ulid(), phone);
    expect(spent.body).toEqual({ position: 2, epoch: 1 });
    expect((await phone.call('whoAmI')).body).toMatchObject({ kind: 'candidate', position: 2 });
    expect((await phone.call('home')).body).toMatchObject({ position: 2 });
    const view = await candidate.lookUntil(({ positions }) => positions[2] !== null);
    expect(view?.step).toMatchObject({ kind: 'cameras', phase: 'paired' });
  });

  it('is spent once: a second phone is told to scan a fresh one', async () => {
    const candidate = await (await arrive(hall, room)).enter();
    const { token } = await offer(candidate);
    const answers = await Promise.all([spend({ token }), spend({ token })]);
    expect(answers.map(({ refused }) => refused ?? 'paired').toSorted()).toEqual([
      'PAIRING_EXPIRED',
      'paired',
    ]);
    expect((await look({ token })).refused).toBe('PAIRING_EXPIRED');
  });

  it('may be repeated by the same phone that did not hear the answer', async () => {
    const candidate = await (await arrive(hall, room)).enter();
    const { token } = await offer(candidate);
    const deviceId = ulid();
    const first = await spend({ token }, deviceId);
    const again = await spend({ token }, deviceId);
    expect(again.body).toEqual(first.body);
    const late = await later(61_000, () => spend({ token }, deviceId));
    expect(late.refused).toBe('PAIRING_EXPIRED');
  });

  it('works by the short code, which shows no more than the first letter of a name', async () => {
    const candidate = await (await arrive(hall, room)).enter();
    const { shortCode: code } = await offer(candidate);
    expect((await look({ code })).body.candidate).toBe('张**');
    expect((await spend({ code })).body.position).toBe(2);
  });

  it('keeps the previous link for a minute when a fresh one is shown', async () => {
    const candidate = await (await arrive(hall, room)).enter();
    const previous = await offer(candidate);
    const fresh = await offer(candidate);
    expect((await look({ token: previous.token })).status).toBe(200);
    await later(61_000, async () => {
      expect((await look({ token: previous.token })).refused).toBe('PAIRING_EXPIRED');
      expect((await look({ token: fresh.token })).status).toBe(200);
    });
    const expired = await later(5 * 60_000 + 1, () => spend({ token: fresh.token }));
    expect(expired.refused).toBe('PAIRING_EXPIRED');
  });

  it('takes over from the phone before, whose session ends', async () => {
    const candidate = await (await arrive(hall, room)).enter();
    const old = createBrowser(hall.url);
    await spend({ token: (await offer(candidate)).token }, ulid(), old);
    const second = await spend({ token: (await offer(candidate)).token });
    expect(second.body.epoch).toBe(2);
    expect((await old.call('whoAmI')).body).toEqual({ kind: 'nobody' });
  });

  it('slows an address down that types wrong codes, but not one whose codes are right', async () => {
    const candidate = await (await arrive(hall, room)).enter();
    const { shortCode } = await offer(candidate);
    const wrong = shortCode === '000000' ? '000001' : '000000';
    for (let right = 0; right < 35; right++) expect((await look({ code: shortCode })).status).toBe(200);
    for (let tried = 0; tried < 30; tried++)
      expect((await look({ code: wrong })).refused).toBe('PAIRING_EXPIRED');
    expect((await look({ code: wrong })).refused).toBe('SLOW_DOWN');
    expect((await look({ code: shortCode })).refused).toBe('SLOW_DOWN');
    expect((await look({ token: (await offer(candidate)).token })).status).toBe(200);
  });

  it('keeps no code that could be read from the database', async () => {
    const candidate = await (await arrive(hall, room)).enter();
    const { token, shortCode } = await offer(candidate);
    const rows = JSON.stringify(
      await hall.source.getRepository(PairingCode).findBy({ sittingId: candidate.sittingId }),
    );
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(`"${shortCode}"`);
  });

  it('is not offered to a superseded device', async () => {
    const candidate = await (await arrive(hall, room)).enter();
    const answer = await candidate.browser.call('offerPairing', { body: { epoch: 7 } });
    expect(answer.refused).toBe('SUPERSEDED');
  });
});

describe('offerPairing', () => {
  const body = { epoch: 1 };
  it('requires authentication', async () => {
    expect((await createBrowser(hall.url).call('offerPairing', { body })).refused).toBe('NOT_SIGNED_IN');
  });
  it('is for the first device only', async () => {
    const phone = await signInCandidate(hall.url, await enrol(hall.source, room), 2);
    expect((await phone.call('offerPairing', { body })).refused).toBe('NOT_ALLOWED');
  });
});
