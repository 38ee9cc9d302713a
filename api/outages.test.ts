import { ulid } from 'ulid';
import { ExamEvent } from '#models/exam-event';
import type { Room } from '#models/room';
import { createBrowser, type Browser } from './test/browser';
import { arrive, openDay, staffOf, type TestCandidate } from './test/day';
import { PASSCODE } from './test/people';
import { openLines, type Lines } from './test/start-api';
import { startHall, until, type TestHall } from './test/start-hall';

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
  await lines.temporal.close();
});
afterEach(async () => {
  lines.mariadb.mend();
  lines.redis.mend();
  lines.temporal.mend();
  await until(
    () => createBrowser(hall.url).send('/readyz'),
    ({ status }) => status === 200,
    BACK_MS,
  );
}, 90_000);

const timed = async <T>(work: Promise<T>): Promise<[T, number]> => {
  const started = performance.now();
  return [await work, performance.now() - started];
};
/** A client of Temporal that was cut off knocks again at its own pace. */
const BACK_MS = 60_000;
const AWAY = { name: 'waiting.away', minutes: 5 } as const;
const paused = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
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

describe('MariaDB away for a minute', () => {
  it('costs no command: each is answered meanwhile, and recorded once and in order afterwards', async () => {
    const candidate = await (await arrive(hall, room)).goTo('waiting');
    const { sittingId } = candidate;
    const events = () =>
      hall.source
        .getRepository(ExamEvent)
        .find({ where: { sittingId }, order: { revision: 'ASC', ordinal: 'ASC' } });
    await until(events, (rows) => rows.some(({ stepId }) => stepId === 'waiting'));
    const officer = await staffOf(hall, 'waiting-officer', room);
    const params = { sittingId };
    const defer = (commandId: string) =>
      officer.call('orderSitting', { params, body: { commandId, order: { kind: 'defer', reason: '过号' } } });
    const asked = [ulid()];
    expect((await defer(asked[0] ?? '')).status).toBe(200);
    const before = (await until(events, (rows) => rows.at(-1)?.commandId === asked[0])).length;
    lines.mariadb.cut();
    const cutAt = performance.now();
    const given: string[] = [];
    for (let round = 0; performance.now() - cutAt < 60_000; round += 1) {
      const commandId = ulid();
      const command = round % 2 ? ({ name: 'waiting.back' } as const) : AWAY;
      const [answer, ms] = await timed(candidate.send(command, { commandId }));
      expect([answer.refused, ms < 4_000]).toEqual([undefined, true]);
      given.push(commandId);
      await paused(2_000);
    }
    given.push(ulid());
    expect((await defer(given.at(-1) ?? '')).status).toBe(200);
    expect(await events()).toHaveLength(before);
    lines.mariadb.mend();
    const recorded = await until(events, (rows) => rows.some(({ commandId }) => commandId === given.at(-1)));
    const ids = recorded.slice(before).flatMap(({ commandId }) => commandId ?? []);
    expect(ids).toEqual(given);
    const revisions = [...new Set(recorded.map(({ revision }) => revision))];
    expect(revisions).toEqual(revisions.map((_, index) => index + 1));
  }, 180_000);
});

describe.each([
  ['stopped', () => lines.temporal.cut()],
  ['hanging', () => lines.temporal.freeze()],
])('with Temporal %s', (_, fail) => {
  it('a command is put off with a receipt, and its repeat counts from the first stamp', async () => {
    const candidate = await (await arrive(hall, room)).enter();
    const commandId = ulid();
    const ask = (given: { receipt?: string } = {}) =>
      candidate.send({ name: 'notice.read' }, { commandId, stepId: 'notice', ...given });
    fail();
    const [away, ms] = await timed(ask());
    expect([away.status, away.refused, away.headers.get('retry-after')]).toEqual([503, 'UNAVAILABLE', '2']);
    expect(ms).toBeLessThan(10_000);
    expect(await readiness()).toMatchObject({ status: 'not-ready', temporal: 'away', mariadb: 'ok' });
    const receipt = String(away.details['receipt']);
    const again = await ask({ receipt });
    expect([again.status, again.details['receivedAt']]).toEqual([503, away.details['receivedAt']]);
    expect((await candidate.browser.call('home')).body.view?.stepId).toBe('notice');
    expect(await who(candidate.browser)).toBe('candidate');
    lines.temporal.mend();
    const done = await until(
      () => ask({ receipt }),
      ({ status }) => status === 200,
      BACK_MS,
    );
    const readAt = ({ body }: typeof done) => body.view.steps.find(({ id }) => id === 'notice')?.at;
    expect(readAt(done)).toBe(away.details['receivedAt']);
    expect(readAt(await ask())).toBe(away.details['receivedAt']);
  }, 120_000);

  it('an order of staff is put off too, and done once when it is repeated', async () => {
    const candidate = await (await arrive(hall, room)).goTo('waiting');
    const officer = await staffOf(hall, 'waiting-officer', room);
    const order = { kind: 'defer', reason: '过号' } as const;
    const call = { params: { sittingId: candidate.sittingId }, body: { commandId: ulid(), order } };
    fail();
    expect((await officer.call('orderSitting', call)).refused).toBe('UNAVAILABLE');
    lines.temporal.mend();
    const done = await until(
      () => officer.call('orderSitting', call),
      ({ status }) => status === 200,
      BACK_MS,
    );
    expect(done.body.view.step).toMatchObject({ deferrals: 1 });
    expect((await officer.call('orderSitting', call)).body.view.step).toMatchObject({ deferrals: 1 });
  }, 120_000);
});

describe('with Redis and MariaDB away', () => {
  it('nobody is taken for somebody else: the answer is 503', async () => {
    const candidate = await arrive(hall, room);
    lines.mariadb.cut();
    lines.redis.cut();
    const answer = await candidate.browser.call('whoAmI');
    expect([answer.status, answer.refused]).toEqual([503, 'UNAVAILABLE']);
  });
});
