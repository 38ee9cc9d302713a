import { createBrowser, type Browser } from './test/browser';
import { arrive, openDay, staffOf, type TestCandidate } from './test/day';
import { PASSCODE } from './test/people';
import { openLines, type Lines } from './test/start-api';
import { startHall, until, type TestHall } from './test/start-hall';
import type { Room } from '#models/room';

let lines: Lines;
let hall: TestHall;
let room: Room;
beforeAll(async () => {
  lines = await openLines();
  hall = await startHall(lines);
  room = await openDay(hall);
});
afterAll(async () => {
  await hall.close();
  await lines.mariadb.close();
  await lines.redis.close();
});
afterEach(async () => {
  lines.mariadb.mend();
  lines.redis.mend();
  await until(
    () => createBrowser(hall.url).send('/readyz'),
    ({ status }) => status === 200,
  );
});

const timed = async <T>(work: Promise<T>): Promise<[T, number]> => {
  const started = performance.now();
  return [await work, performance.now() - started];
};
const readiness = async () =>
  (await (await createBrowser(hall.url).send('/readyz')).json()) as Record<string, string>;
const who = async (browser: Browser) => (await browser.call('whoAmI')).body.kind;
const signIn = ({ who: { exam, candidate } }: TestCandidate) =>
  createBrowser(hall.url).call('loginCandidate', {
    body: { exam: exam.code, ticket: candidate.ticket, passcode: PASSCODE },
  });

describe.each([
  ['stopped', () => lines.redis.cut()],
  ['hanging', () => lines.redis.freeze()],
])('with Redis %s', (_, fail) => {
  it('sessions, signing in, home and commands work by MariaDB', async () => {
    const candidate = await (await arrive(hall, room)).enter();
    fail();
    const [kind, ms] = await timed(who(candidate.browser));
    expect(kind).toBe('candidate');
    expect(ms).toBeLessThan(3_000);
    expect((await candidate.browser.call('home')).body.view?.stepId).toBe('notice');
    expect((await candidate.send({ name: 'notice.read' })).body.view.stepId).toBe('pledge');
    expect((await signIn(candidate)).status).toBe(200);
    expect(await readiness()).toMatchObject({ status: 'not-ready', redis: 'away', mariadb: 'ok' });
  }, 60_000);

  it('wrong passcodes are slowed down by this process alone', async () => {
    const candidate = await arrive(hall, room);
    fail();
    const { exam, candidate: row } = candidate.who;
    const body = { exam: exam.code, ticket: row.ticket, passcode: 'wrong' };
    const seen: (string | undefined)[] = [];
    for (let tried = 0; tried < 7; tried++)
      seen.push((await createBrowser(hall.url).call('loginCandidate', { body })).refused);
    expect(seen).toEqual([...Array<string>(6).fill('WRONG_CREDENTIALS'), 'SLOW_DOWN']);
  }, 60_000);
});

describe.each([
  ['stopped', () => lines.mariadb.cut()],
  ['hanging', () => lines.mariadb.freeze()],
])('with MariaDB %s', (_, fail) => {
  it('an exam under way goes on: session, command and order are answered', async () => {
    const candidate = await (await arrive(hall, room)).goTo('waiting');
    const officer = await staffOf(hall, 'waiting-officer', room);
    expect((await officer.call('openConsole', { params: { roomId: room.id } })).status).toBe(200);
    await officer.call('orderSitting', {
      params: { sittingId: candidate.sittingId },
      body: { commandId: '01J0000000000000000000000B', order: { kind: 'defer' } },
    });
    fail();
    const [away, ms] = await timed(candidate.send({ name: 'waiting.away', minutes: 5 }));
    expect(away.body.view.step).toMatchObject({ kind: 'waiting', phase: 'away' });
    expect(ms).toBeLessThan(2_000);
    const order = { kind: 'defer', reason: 'asked for it' } as const;
    const call = {
      params: { sittingId: candidate.sittingId },
      body: { commandId: '01J0000000000000000000000A', order },
    };
    expect((await officer.call('orderSitting', call)).body.view.step).toMatchObject({ deferrals: 2 });
    expect((await candidate.browser.call('home')).body.view?.step).toMatchObject({ deferrals: 2 });
  }, 60_000);

  it('a session lives on from what Redis kept, however old', async () => {
    const candidate = await arrive(hall, room);
    await who(candidate.browser);
    fail();
    const real = hall.clock.now;
    hall.clock.now = () => real() + 3_600_000;
    const [kind, ms] = await timed(who(candidate.browser)).finally(() => (hall.clock.now = real));
    expect(kind).toBe('candidate');
    expect(ms).toBeLessThan(4_000);
  }, 60_000);

  it('what cannot be done without it says so, and can be repeated', async () => {
    const candidate = await arrive(hall, room);
    await candidate.claim();
    fail();
    const login = await signIn(candidate);
    expect([login.status, login.refused, login.headers.get('retry-after')]).toEqual([
      503,
      'UNAVAILABLE',
      '2',
    ]);
    expect((await candidate.checkIn()).refused).toBe('UNAVAILABLE');
    expect(await readiness()).toMatchObject({ status: 'not-ready', mariadb: 'away', redis: 'ok' });
    lines.mariadb.mend();
    await until(
      () => candidate.checkIn(),
      ({ status }) => status === 200,
    );
  }, 60_000);
});

describe('with both away', () => {
  it('nobody is taken for somebody else: the answer is 503', async () => {
    const candidate = await arrive(hall, room);
    lines.mariadb.cut();
    lines.redis.cut();
    const answer = await candidate.browser.call('whoAmI');
    expect([answer.status, answer.refused]).toEqual([503, 'UNAVAILABLE']);
  });
});
