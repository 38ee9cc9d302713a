import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { World } from './world';

async function rows<Row>(world: World, sql: string, values: readonly string[]): Promise<Row[]> {
  const connection = await createConnection(world.databaseUrl);
  try {
    const [found] = await connection.query<RowDataPacket[]>(sql, [...values]);
    return found as Row[];
  } finally {
    await connection.end();
  }
}

interface Happened {
  readonly kind: string;
  readonly details: { readonly question?: string };
}

/** What stands in the record of a candidate's sitting, oldest first: kinds, with the question where there is one. */
export async function recordOf(world: World, ticket: string): Promise<string[]> {
  const found = await rows<Happened>(
    world,
    `SELECT e.kind, e.details FROM exam_events e
       JOIN sittings s ON s.id = e.sitting_id JOIN candidates c ON c.id = s.candidate_id
      WHERE c.ticket = ? ORDER BY e.id`,
    [ticket],
  );
  return found.map(({ kind, details }) => (details.question ? `${kind} ${details.question}` : kind));
}

/** How many messages with these words were kept. */
export async function timesSaid(world: World, text: string): Promise<number> {
  const [counted] = await rows<{ count: number }>(
    world,
    'SELECT COUNT(*) AS count FROM messages WHERE text = ?',
    [text],
  );
  return counted?.count ?? 0;
}

export async function sittingOf(world: World, ticket: string): Promise<string> {
  const [found] = await rows<{ id: string }>(
    world,
    'SELECT s.id FROM sittings s JOIN candidates c ON c.id = s.candidate_id WHERE c.ticket = ?',
    [ticket],
  );
  if (!found) throw new Error(`no sitting of ${ticket}`);
  return found.id;
}

/** Moves the exam's window (epoch ms), as an office would have set it before the day. */
export async function setWindow(
  world: World,
  window: { readonly opensAt: number; readonly entryClosesAt: number; readonly closesAt: number },
): Promise<void> {
  const { opensAt, entryClosesAt, closesAt } = window;
  const values = [opensAt, entryClosesAt, closesAt].map(String);
  await rows(world, 'UPDATE exams SET opens_at = ?, entry_closes_at = ?, closes_at = ?', values);
}
