import type { DataSource } from 'typeorm';
import { unionOf, type Span } from '#protocol/spans';

/** Two beats are missing: less is a slow machine, not an outage. */
export const GAP_MS = 12_000;

/** Nothing of an exam goes on without one of each: an API that takes commands, a worker that answers them. */
const roles = ['api', 'worker'] as const;
type Role = (typeof roles)[number];

/** The last beat of any process of this role before `at`. */
const lastBeat = async (source: DataSource, role: Role, at: number): Promise<number | null> => {
  const rows: { at: string | number }[] = await source.query(
    'SELECT at FROM process_heartbeats WHERE source LIKE ? AND at < ? ORDER BY at DESC LIMIT 1',
    [`${role}:%`, at],
  );
  return rows[0] ? Number(rows[0].at) : null;
};

const gapsOf = async (source: DataSource, role: Role, since: number): Promise<Span[]> => {
  const from = (await lastBeat(source, role, since)) ?? since;
  const rows: { from_at: string | number; to_at: string | number }[] = await source.query(
    `SELECT before_it AS from_at, at AS to_at FROM (
       SELECT at, LAG(at) OVER (ORDER BY at) AS before_it FROM process_heartbeats WHERE source LIKE ? AND at >= ?
     ) beats WHERE at - before_it > ?`,
    [`${role}:%`, from, GAP_MS],
  );
  return rows.map((row) => ({ from: Number(row.from_at), to: Number(row.to_at) }));
};

/** Where all processes of a role were silent, ended after `since`: over all roles, in order, without overlaps. */
export const gapsIn = async (source: DataSource, since: number): Promise<Span[]> =>
  unionOf((await Promise.all(roles.map((role) => gapsOf(source, role, since)))).flat());

/** True while a role that has beaten before is silent for too long. A role that never beat proves nothing. */
export const isSilentNow = async (source: DataSource, now: number): Promise<boolean> => {
  const last = await Promise.all(roles.map((role) => lastBeat(source, role, now + 1)));
  return last.some((at) => at !== null && now - at > GAP_MS);
};
