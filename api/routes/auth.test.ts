import { randomBytes } from 'node:crypto';
import { Session } from '#models/session';
import { buildRoom } from '../../models/test/factories';
import { hashToken } from '../access/sessions';
import { createBrowser } from '../test/browser';
import { enrol, PASSCODE, signInCandidate, signInStaff } from '../test/people';
import { startApi, type TestApi } from '../test/start-api';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => api.close());

const anExam = async (given: Parameters<typeof enrol>[2] = {}) => {
  const room = await buildRoom(api.source);
  return { room, ...(await enrol(api.source, room, given)) };
};

describe('a candidate signing in', () => {
  it('says who this browser is, before and after', async () => {
    const who = await anExam();
    const browser = createBrowser(api.url);
    expect((await browser.call('whoAmI')).body).toEqual({ kind: 'nobody' });
    const body = { exam: who.exam.code, ticket: who.candidate.ticket, passcode: PASSCODE };
    const login = await browser.call('loginCandidate', { body });
    const me = { kind: 'candidate', sittingId: who.sitting.id, name: who.candidate.name, position: 1 };
    expect(login.body).toEqual(me);
    expect((await browser.call('whoAmI')).body).toEqual(me);
  });

  it('gets a cookie that scripts cannot read, and whose token is nowhere in the database', async () => {
    const who = await anExam();
    const browser = createBrowser(api.url);
    const body = { exam: who.exam.code, ticket: who.candidate.ticket, passcode: PASSCODE };
    const { headers } = await browser.call('loginCandidate', { body });
    const cookie = headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax$/);
    const token = /=([^;]+)/.exec(cookie)?.[1] ?? '';
    const rows = await api.source.getRepository(Session).findBy({ subjectId: who.sitting.id });
    expect(rows.map((row) => row.tokenHash)).toEqual([hashToken(token)]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('marks the cookie Secure where browsers come by HTTPS', async () => {
    const secure = await startApi({ set: { PUBLIC_URL: 'https://hall.example' } });
    const room = await buildRoom(secure.source);
    const who = await enrol(secure.source, room);
    const body = { exam: who.exam.code, ticket: who.candidate.ticket, passcode: PASSCODE };
    const { headers } = await createBrowser(secure.url).call('loginCandidate', { body });
    expect(headers.getSetCookie()[0]).toMatch(/; Secure$/);
    await secure.close();
  });

  it.each([
    ['passcode', { passcode: 'wrong' }],
    ['ticket', { ticket: 'nobody' }],
    ['exam', { exam: 'no-such-exam' }],
  ])('is refused in the same words for a wrong %s', async (_, wrong) => {
    const who = await anExam();
    const body = { exam: who.exam.code, ticket: who.candidate.ticket, passcode: PASSCODE, ...wrong };
    const answer = await createBrowser(api.url).call('loginCandidate', { body });
    expect([answer.status, answer.refused, answer.details]).toEqual([401, 'WRONG_CREDENTIALS', {}]);
  });

  it('is slowed down after some wrong tries, and let in again when staff unlock', async () => {
    const who = await anExam();
    const browser = createBrowser(api.url);
    const credentials = { exam: who.exam.code, ticket: who.candidate.ticket };
    const attempt = (passcode: string) =>
      browser.call('loginCandidate', { body: { ...credentials, passcode } });
    for (let wrong = 0; wrong < 6; wrong++)
      expect((await attempt('wrong')).refused).toBe('WRONG_CREDENTIALS');
    const slowed = await attempt(PASSCODE);
    expect(slowed.refused).toBe('SLOW_DOWN');
    expect(slowed.details['retryAt']).toBeGreaterThan(Date.now());
    const officer = await signInStaff(api.url, api.source, 'waiting-officer', [who.room]);
    const unlocked = await officer.call('unlockLogin', { params: { sittingId: who.sitting.id } });
    expect(unlocked.body).toEqual({ done: true });
    expect((await attempt(PASSCODE)).status).toBe(200);
  });

  it('signs in by the personal link, as second camera if wanted', async () => {
    const token = randomBytes(24).toString('base64url');
    const who = await anExam({ linkHash: hashToken(token) });
    const browser = createBrowser(api.url);
    const { body } = await browser.call('loginLink', { body: { token, position: 2 } });
    expect(body).toMatchObject({ sittingId: who.sitting.id, position: 2 });
    const forged = await browser.call('loginLink', { body: { token: 'x'.repeat(32) } });
    expect(forged.refused).toBe('WRONG_CREDENTIALS');
  });

  it('ends his session by signing out, at once', async () => {
    const browser = await signInCandidate(api.url, await anExam());
    const cookie = browser.jar.cookie ?? '';
    expect((await browser.call('logout')).body).toEqual({ done: true });
    expect(browser.jar.cookie).toBe('examhall_session=');
    const thief = createBrowser(api.url);
    thief.jar.cookie = cookie;
    expect((await thief.call('whoAmI')).body).toEqual({ kind: 'nobody' });
    expect((await thief.call('logout')).refused).toBe('NOT_SIGNED_IN');
  });
});

describe('staff signing in', () => {
  it('hear their role and their rooms', async () => {
    const { room } = await anExam();
    const examiner = await signInStaff(api.url, api.source, 'examiner', [room]);
    const { body } = await examiner.call('whoAmI');
    expect(body).toMatchObject({
      kind: 'staff',
      role: 'examiner',
      rooms: [{ id: room.id, name: room.name }],
    });
  });

  it('see every room of their exam as inspector', async () => {
    const { room } = await anExam();
    const second = await buildRoom(api.source, { examId: room.examId });
    const inspector = await signInStaff(api.url, api.source, 'inspector', [], { examId: room.examId });
    const { body } = await inspector.call('whoAmI');
    expect(body).toMatchObject({ rooms: [{ id: room.id }, { id: second.id }] });
  });

  it('are refused for a wrong password or an unknown name alike', async () => {
    const browser = createBrowser(api.url);
    const answer = await browser.call('loginStaff', { body: { login: 'nobody', password: 'x' } });
    expect(answer.refused).toBe('WRONG_CREDENTIALS');
  });
});

describe('unlocking a login', () => {
  it('requires authentication', async () => {
    const { sitting } = await anExam();
    const answer = await createBrowser(api.url).call('unlockLogin', { params: { sittingId: sitting.id } });
    expect(answer.refused).toBe('NOT_SIGNED_IN');
  });

  it("refuses another room's sitting", async () => {
    const { room } = await anExam();
    const other = await anExam();
    const officer = await signInStaff(api.url, api.source, 'waiting-officer', [room]);
    const answer = await officer.call('unlockLogin', { params: { sittingId: other.sitting.id } });
    expect(answer.refused).toBe('NOT_FOUND');
  });
});
