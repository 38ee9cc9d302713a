import { ulid } from 'ulid';
import { AuditEntry } from '#models/audit-entry';
import { Staff } from '#models/staff';
import { buildRoom } from '../../models/test/factories';
import { makeAdministrator } from '../cli/make-administrator';
import { createBrowser } from '../test/browser';
import { signInStaff } from '../test/people';
import { startApi, type TestApi } from '../test/start-api';

let api: TestApi;
let admin: Awaited<ReturnType<typeof signInStaff>>;
beforeAll(async () => {
  api = await startApi();
  admin = await signInStaff(api.url, api.source, 'admin', [], { examId: null });
});
afterAll(async () => api.close());

const newLogin = () => `p-${ulid().toLowerCase()}`;
const create = (login = newLogin()) =>
  admin.call('createStaff', { body: { login, name: '周老师', role: 'waiting-officer' } });
const change = (
  staffId: string,
  body: { name: string; role: 'examiner' | 'waiting-officer' | 'admin'; disabled: boolean },
) => admin.call('changeStaff', { params: { staffId }, body });
const enter = async (login: string, password: string) => {
  const browser = createBrowser(api.url);
  const { refused } = await browser.call('loginStaff', { body: { login, password } });
  return { browser, refused };
};
const written = async (subject: string) =>
  (await api.source.getRepository(AuditEntry).find({ where: { subject }, order: { id: 'ASC' } })).map(
    ({ action, details }) => ({ action, ...details }),
  );

describe('the first administrator', () => {
  it('is made from nothing, and let in again with another passcode', async () => {
    const login = newLogin();
    const first = await makeAdministrator(api.source, { login, now: Date.now() });
    expect(first).toMatchObject({ login, isNew: true });
    const { browser, refused } = await enter(login, first.password);
    expect(refused).toBeUndefined();
    expect((await browser.call('listStaff')).status).toBe(200);
    const again = await makeAdministrator(api.source, { login, now: Date.now() });
    expect(again.isNew).toBe(false);
    expect((await enter(login, first.password)).refused).toBe('WRONG_CREDENTIALS');
    expect((await enter(login, again.password)).refused).toBeUndefined();
  });

  it('takes over no account of another role', async () => {
    const { body } = await create();
    await expect(
      makeAdministrator(api.source, { login: body.account.login, now: Date.now() }),
    ).rejects.toThrow('another role');
  });
});

describe('accounts of staff', () => {
  it('sign in with the passcode that was shown once, and are written down', async () => {
    const { body } = await create();
    expect(body.passcode).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    expect((await enter(body.account.login, body.passcode)).refused).toBeUndefined();
    const { passwordHash } = await api.source.getRepository(Staff).findOneByOrFail({ id: body.account.id });
    expect(passwordHash).toMatch(/^\$argon2id\$/);
    const [entry] = await written(body.account.id);
    expect(entry).toMatchObject({ action: 'staff.create', before: null, after: { role: 'waiting-officer' } });
    expect(JSON.stringify(entry)).not.toContain(body.passcode);
  });

  it('name every fault of the form', async () => {
    const answer = await admin.call('createStaff', { body: { login: 'ä b', name: ' ', role: 'examiner' } });
    expect([answer.status, answer.refused]).toEqual([422, 'FORM_FAULTY']);
    expect(answer.details['faults']).toMatchObject([{ field: 'name' }, { field: 'login' }]);
  });

  it('give a name to one of two who take it at once', async () => {
    const login = newLogin();
    const answers = await Promise.all([create(login), create(login)]);
    expect(answers.map(({ refused }) => refused ?? 'made').toSorted()).toEqual(['FORM_FAULTY', 'made']);
  });

  it('change with before and after, and the sessions of a changed role end', async () => {
    const { body } = await create();
    const { browser } = await enter(body.account.login, body.passcode);
    const changed = await change(body.account.id, { name: '周敏', role: 'examiner', disabled: false });
    expect(changed.body).toMatchObject({ name: '周敏', role: 'examiner', disabledAt: null });
    expect((await browser.call('whoAmI')).body).toEqual({ kind: 'nobody' });
    expect((await written(body.account.id)).at(-1)).toMatchObject({
      action: 'staff.change',
      before: { name: '周老师', role: 'waiting-officer', disabled: false },
      after: { name: '周敏', role: 'examiner', disabled: false },
    });
  });

  it('that are switched off let nobody in, and do so again when switched on', async () => {
    const { body } = await create();
    const { browser } = await enter(body.account.login, body.passcode);
    const person = { name: '周老师', role: 'waiting-officer' } as const;
    await change(body.account.id, { ...person, disabled: true });
    expect((await browser.call('whoAmI')).body).toEqual({ kind: 'nobody' });
    expect((await enter(body.account.login, body.passcode)).refused).toBe('WRONG_CREDENTIALS');
    await change(body.account.id, { ...person, disabled: false });
    expect((await enter(body.account.login, body.passcode)).refused).toBeUndefined();
  });

  it('get a fresh passcode, and the former one ends', async () => {
    const { body } = await create();
    const params = { staffId: body.account.id };
    const fresh = await admin.call('resetPasscode', { params, body: {} });
    expect((await enter(body.account.login, body.passcode)).refused).toBe('WRONG_CREDENTIALS');
    expect((await enter(body.account.login, fresh.body.passcode)).refused).toBeUndefined();
  });

  it('always leave an administrator who can undo it', async () => {
    const others = await api.source.getRepository(Staff).findBy({ role: 'admin' });
    for (const { id } of others)
      if (id !== admin.staffId)
        await api.source.getRepository(Staff).update({ id }, { disabledAt: Date.now() });
    const answer = await change(admin.staffId, { name: '管理员', role: 'examiner', disabled: false });
    expect(answer.details['faults']).toMatchObject([{ field: 'role' }]);
  });

  it("of another exam are none of an exam's own administrator", async () => {
    const room = await buildRoom(api.source);
    const theirs = await signInStaff(api.url, api.source, 'admin', [], { examId: room.examId });
    const { body } = await create();
    const list = await theirs.call('listStaff');
    expect(list.body.accounts.map(({ id }) => id)).toEqual([theirs.staffId]);
    const params = { staffId: body.account.id };
    expect((await theirs.call('resetPasscode', { params, body: {} })).refused).toBe('NOT_FOUND');
    const made = await theirs.call('createStaff', {
      body: { login: newLogin(), name: '林', role: 'examiner' },
    });
    expect(made.body.account.examId).toBe(room.examId);
  });
});

describe.each(['listStaff', 'createStaff', 'changeStaff', 'resetPasscode'] as const)('%s', (name) => {
  const given = { params: { staffId: ulid() }, body: name === 'listStaff' ? undefined : {} } as never;
  it('requires authentication', async () => {
    expect((await createBrowser(api.url).call(name, given)).refused).toBe('NOT_SIGNED_IN');
  });
  it('refuses staff who do not configure exams', async () => {
    const chief = await signInStaff(api.url, api.source, 'chief-examiner', [await buildRoom(api.source)]);
    expect((await chief.call(name, given)).refused).toBe('NOT_ALLOWED');
  });
});
