import { createHash, randomBytes } from 'node:crypto';
import { IsNull, type DataSource } from 'typeorm';
import { Session } from '#models/session';
import { Sitting } from '#models/sitting';
import { Staff } from '#models/staff';
import type { ReadThrough } from '../read-through';
import type { CandidatePrincipal, StaffPrincipal } from './principal';

/** Long enough for an exam day with its rehearsal; ended earlier by signing out or by revocation. */
const SESSION_MS = 16 * 3_600_000;
const FRESH_MS = 60_000;

type SignedIn = CandidatePrincipal | StaffPrincipal;
interface KeptSession {
  readonly principal: SignedIn;
  readonly expiresAt: number;
}
export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: number;
}

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Opaque tokens: their hash in MariaDB, the person behind them in Redis for a minute; either may be down. */
export function createSessions(dataSource: DataSource, readThrough: ReadThrough, clock: () => number) {
  const rows = dataSource.getRepository(Session);
  const keyOf = (hash: string) => `session:${hash}`;

  const open = async (subject: {
    kind: 'candidate' | 'staff';
    id: string;
    position: 1 | 2 | null;
  }): Promise<OpenedSession> => {
    const token = newToken();
    const createdAt = clock();
    const expiresAt = createdAt + SESSION_MS;
    const { kind, id: subjectId, position } = subject;
    await rows.insert({ tokenHash: hashToken(token), kind, subjectId, position, createdAt, expiresAt });
    return { token, expiresAt };
  };

  const find = async (token: string): Promise<SignedIn | null> => {
    const hash = hashToken(token);
    const session = await readThrough.read<KeptSession>({
      key: keyOf(hash),
      freshMs: FRESH_MS,
      keepMs: SESSION_MS,
      load: () => loadSession(dataSource, hash, clock()),
    });
    return session && session.expiresAt > clock() ? session.principal : null;
  };

  /** Ends one session at once, everywhere. */
  const end = async (tokenHash: string): Promise<void> => {
    await rows.update({ tokenHash, revokedAt: IsNull() }, { revokedAt: clock() });
    await readThrough.forget(keyOf(tokenHash));
  };

  /** Ends all sessions of a person (of one position, if named) but the one given. */
  const endOthers = async (
    subject: { kind: 'candidate' | 'staff'; id: string; position?: 1 | 2 },
    except: string | null,
  ): Promise<void> => {
    const { kind, id: subjectId, position } = subject;
    const open = await rows.findBy({ kind, subjectId, revokedAt: IsNull(), ...(position && { position }) });
    for (const row of open) if (row.tokenHash !== except) await end(row.tokenHash);
  };

  const principalOfStaff = (staffId: string) => loadStaff(dataSource, staffId, '');

  return { open, find, end, endOthers, principalOfStaff };
}
export type Sessions = ReturnType<typeof createSessions>;

async function loadSession(dataSource: DataSource, hash: string, now: number): Promise<KeptSession | null> {
  const row = await dataSource.getRepository(Session).findOneBy({ tokenHash: hash, revokedAt: IsNull() });
  if (!row || row.expiresAt <= now) return null;
  const principal =
    row.kind === 'staff'
      ? await loadStaff(dataSource, row.subjectId, hash)
      : await loadCandidate(dataSource, row);
  return principal && { principal, expiresAt: row.expiresAt };
}

async function loadStaff(
  dataSource: DataSource,
  staffId: string,
  sessionId: string,
): Promise<StaffPrincipal | null> {
  const staff = await dataSource
    .getRepository(Staff)
    .findOne({ where: { id: staffId }, relations: { rooms: true } });
  if (!staff || staff.disabledAt !== null) return null;
  const { name, role, examId } = staff;
  const roomIds = (staff.rooms ?? []).map((membership) => membership.roomId);
  return { kind: 'staff', sessionId, staffId, name, role, examId, roomIds };
}

async function loadCandidate(dataSource: DataSource, row: Session): Promise<CandidatePrincipal | null> {
  const sitting = await dataSource
    .getRepository(Sitting)
    .findOne({ where: { id: row.subjectId }, relations: { candidate: true } });
  if (!sitting?.candidate) return null;
  return {
    kind: 'candidate',
    sessionId: row.tokenHash,
    sittingId: sitting.id,
    examId: sitting.examId,
    roomId: sitting.roomId,
    name: sitting.candidate.name,
    ticket: sitting.candidate.ticket,
    position: row.position ?? 1,
  };
}
