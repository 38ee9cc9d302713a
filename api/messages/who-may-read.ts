import { holds, type StaffRole } from '#protocol/policies';
import type { Message as MessageRow } from '#models/message';
import type { Message } from '#protocol/live.schema';
import type { Somebody } from '../video/slot';

/** The panel's own words are for those who write them, and for the inspector, who only looks. */
export const readsPanel = (role: StaffRole): boolean =>
  holds(role, 'write to the panel') || role === 'inspector';

/** Whether a message of his own room is for this reader; the panel's never are for candidates. */
export function mayRead(who: Somebody, row: Pick<MessageRow, 'audience' | 'sittingId'>): boolean {
  if (who.kind === 'staff') return row.audience !== 'panel' || readsPanel(who.role);
  if (row.audience === 'candidate') return row.sittingId === who.sittingId;
  return row.audience === 'room';
}

/** The message as this reader sees it. */
export function presentMessage(row: MessageRow, who: Somebody): Message {
  const mine =
    who.kind === 'staff'
      ? row.authorKind === 'staff' && row.authorId === who.staffId
      : row.authorKind === 'candidate' && row.authorId === who.sittingId;
  return {
    id: row.id,
    at: row.at,
    audience: row.audience,
    sittingId: row.sittingId,
    from: { kind: row.authorKind, role: row.authorRole, name: row.authorName, mine },
    text: row.text,
  };
}
