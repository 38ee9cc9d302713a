import { hash } from '@node-rs/argon2';
import { IsNull, type DataSource } from 'typeorm';
import { ulid } from 'ulid';
import { AuditEntry } from '#models/audit-entry';
import { Session } from '#models/session';
import { Staff } from '#models/staff';
import { argonCost, newPassword } from '../access/new-secrets';

interface Wanted {
  readonly login: string;
  readonly name?: string | undefined;
  readonly now: number;
}

/**
 * Makes an administrator of the whole installation, or lets an existing one in again with a fresh passcode. Whoever
 * can run this holds the machine already; sessions that were open end.
 */
export async function makeAdministrator(source: DataSource, { login, name, now }: Wanted) {
  const password = newPassword();
  const passwordHash = await hash(password, argonCost);
  const isNew = await source.transaction(async (manager) => {
    const staff = manager.getRepository(Staff);
    const known = await staff.findOne({ where: { login }, lock: { mode: 'pessimistic_write' } });
    if (known && known.role !== 'admin')
      throw new Error(`${login} is an account of another role (${known.role})`);
    const { id } = await staff.save(
      staff.create({
        ...{ id: known?.id ?? ulid(), login, role: 'admin', passwordHash, disabledAt: null },
        ...{ examId: known?.examId ?? null, name: name ?? known?.name ?? login },
      }),
    );
    await manager
      .getRepository(Session)
      .update({ kind: 'staff', subjectId: id, revokedAt: IsNull() }, { revokedAt: now });
    await manager.getRepository(AuditEntry).insert({
      ...{ at: now, byWhom: 'system', subject: id, details: { login } },
      action: known ? 'staff.reset' : 'staff.create',
    });
    return !known;
  });
  return { login, password, isNew };
}
