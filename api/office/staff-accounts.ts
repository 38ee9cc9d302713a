import { In, Not, IsNull, type EntityManager } from 'typeorm';
import { ulid } from 'ulid';
import type { FormFault, StaffAccount } from '#contract/office-staff';
import { Staff } from '#models/staff';
import { StaffRoom } from '#models/staff-room';
import type { StaffRole } from '#protocol/policies';
import { newPassword } from '../access/new-secrets';
import type { StaffPrincipal } from '../access/principal';
import { audit } from '../audit';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { accountKey } from '../auth/slow-downs';

export interface Act {
  readonly by: StaffPrincipal;
  readonly at: number;
  readonly gone: AbortSignal;
}
interface Wanted {
  readonly name: string;
  readonly role: StaffRole;
}

/** An administrator of one exam makes and changes accounts of that exam only. */
const ownOf = ({ examId }: StaffPrincipal) => (examId === null ? {} : { examId });

export async function listAccounts(parts: Parts, who: StaffPrincipal): Promise<StaffAccount[]> {
  const staff = await parts.dataSource
    .getRepository(Staff)
    .find({ where: ownOf(who), order: { login: 'ASC' }, take: 5_000 });
  return present(parts, staff);
}

async function present({ dataSource }: Parts, staff: readonly Staff[]): Promise<StaffAccount[]> {
  const seats = await dataSource.getRepository(StaffRoom).find({
    where: { staffId: In(staff.map(({ id }) => id)) },
    relations: { room: { exam: true } },
  });
  return staff.map(({ id, login, name, role, examId, disabledAt }) => ({
    ...{ id, login, name, role, examId, disabledAt },
    rooms: seats.flatMap(({ staffId, room }) =>
      staffId === id && room ? [{ id: room.id, name: room.name, examCode: room.exam?.code ?? '' }] : [],
    ),
  }));
}

const presentOne = async (parts: Parts, staff: Staff): Promise<StaffAccount> => {
  const [account] = await present(parts, [staff]);
  if (!account) throw new AppError('NOT_FOUND');
  return account;
};

/** @throws AppError FORM_FAULTY */
export async function createAccount(parts: Parts, wanted: Wanted & { readonly login: string }, act: Act) {
  const faults = [...faultsOf(wanted), ...(await loginFaults(parts, wanted.login))];
  if (faults.length > 0) throw new AppError('FORM_FAULTY', { faults });
  const passcode = newPassword();
  const passwordHash = await parts.passwords.make(passcode, act.gone);
  const row = { id: ulid(), examId: act.by.examId, passwordHash, disabledAt: null, ...wanted };
  await parts.dataSource.transaction(async (manager) => {
    if (!(await addIfNew(manager, row))) throw new AppError('FORM_FAULTY', { faults: [taken] });
    const { login, name, role } = wanted;
    await record(manager, act, 'staff.create', row.id, { before: null, after: { login, name, role } });
  });
  const made = await parts.dataSource.getRepository(Staff).findOneByOrFail({ id: row.id });
  return { account: await presentOne(parts, made), passcode };
}

/** Two who take one name at the same time: the second inserts nothing. */
async function addIfNew(manager: EntityManager, row: object & { readonly id: string }): Promise<boolean> {
  await manager.createQueryBuilder().insert().into(Staff).values(row).orIgnore().execute();
  return manager.getRepository(Staff).existsBy({ id: row.id });
}

/** @throws AppError NOT_FOUND, FORM_FAULTY */
export async function changeAccount(
  parts: Parts,
  staffId: string,
  wanted: Wanted & { readonly disabled: boolean },
  act: Act,
): Promise<StaffAccount> {
  const faults = faultsOf(wanted);
  if (faults.length > 0) throw new AppError('FORM_FAULTY', { faults });
  const changed = await parts.dataSource.transaction(async (manager) => {
    const staff = await lock(manager, staffId, act.by);
    const before = shown(staff);
    const disabledAt = wanted.disabled ? (staff.disabledAt ?? act.at) : null;
    const after = { ...staff, name: wanted.name, role: wanted.role, disabledAt };
    if (losesLastAdministrator(staff, after) && !(await hasOtherAdministrator(manager, staff)))
      throw new AppError('FORM_FAULTY', { faults: [lastOne] });
    await manager
      .getRepository(Staff)
      .update({ id: staffId }, { name: wanted.name, role: wanted.role, disabledAt });
    await record(manager, act, 'staff.change', staffId, { before, after: shown(after) });
    return { after, mustLeave: before.role !== after.role || before.disabled !== wanted.disabled };
  });
  if (changed.mustLeave) await parts.sessions.endOthers({ kind: 'staff', id: staffId }, null);
  return presentOne(parts, changed.after);
}

/** @throws AppError NOT_FOUND */
export async function resetAccount(parts: Parts, staffId: string, act: Act) {
  const passcode = newPassword();
  const passwordHash = await parts.passwords.make(passcode, act.gone);
  const staff = await parts.dataSource.transaction(async (manager) => {
    const known = await lock(manager, staffId, act.by);
    await manager.getRepository(Staff).update({ id: staffId }, { passwordHash });
    await record(manager, act, 'staff.reset', staffId, {});
    return known;
  });
  const keep = staffId === act.by.staffId ? act.by.sessionId : null;
  await parts.sessions.endOthers({ kind: 'staff', id: staffId }, keep);
  await parts.throttle.clear(accountKey(staffId));
  return { account: await presentOne(parts, staff), passcode };
}

async function lock(manager: EntityManager, id: string, by: StaffPrincipal): Promise<Staff> {
  const staff = await manager
    .getRepository(Staff)
    .findOne({ where: { id, ...ownOf(by) }, lock: { mode: 'pessimistic_write' } });
  if (!staff) throw new AppError('NOT_FOUND');
  return staff;
}

const shown = ({ login, name, role, disabledAt }: Staff) => ({
  login,
  name,
  role,
  disabled: disabledAt !== null,
});

const record = (
  manager: EntityManager,
  { by, at }: Act,
  action: string,
  subject: string,
  details: Readonly<Record<string, unknown>>,
) => audit(manager, { by, at, action, subject, details });

const rules = (staff: Pick<Staff, 'role' | 'disabledAt' | 'examId'>) =>
  staff.role === 'admin' && staff.disabledAt === null && staff.examId === null;
const losesLastAdministrator = (before: Staff, after: Staff): boolean => rules(before) && !rules(after);

/** Somebody must be left who can undo it. */
const hasOtherAdministrator = (manager: EntityManager, { id }: Staff): Promise<boolean> =>
  manager
    .getRepository(Staff)
    .existsBy({ id: Not(id), role: 'admin', disabledAt: IsNull(), examId: IsNull() });

const loginForm = /^[A-Za-z0-9][A-Za-z0-9._-]{1,79}$/;

async function loginFaults({ dataSource }: Parts, login: string): Promise<FormFault[]> {
  if (!loginForm.test(login)) return [badLogin];
  return (await dataSource.getRepository(Staff).existsBy({ login })) ? [taken] : [];
}

const faultsOf = ({ name }: Wanted): FormFault[] => (name === '' ? [noName] : []);

const noName: FormFault = {
  field: 'name',
  message: { zh: '请填写姓名。', en: 'Write the name.' },
};
const badLogin: FormFault = {
  field: 'login',
  message: {
    zh: '登录名至少 2 位，只用字母、数字、点、下划线和短横线，以字母或数字开头。',
    en: 'At least two of: letters, figures, point, underscore, hyphen; beginning with a letter or figure.',
  },
};
const taken: FormFault = {
  field: 'login',
  message: { zh: '这个登录名已经有人用了。', en: 'This login is taken.' },
};
const lastOne: FormFault = {
  field: 'role',
  message: {
    zh: '这是最后一个考务管理员账号，不能停用或改角色。',
    en: 'This is the last administrator: the account cannot be switched off or change its role.',
  },
};
