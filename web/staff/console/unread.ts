import type { Message } from '#protocol/live.schema';

/** Until when a conversation was read at this console, by sitting, epoch ms. */
export type ReadUntil = Readonly<Record<string, number>>;

const raised = (known: ReadUntil, sittingId: string, at: number): ReadUntil =>
  (known[sittingId] ?? 0) < at ? { ...known, [sittingId]: at } : known;

/** What candidates wrote and nobody has read here or answered anywhere, by sitting. */
export function unreadOf(
  messages: readonly Message[],
  readUntil: ReadUntil,
): Readonly<Record<string, number>> {
  const toCandidates = messages.filter(({ audience }) => audience === 'candidate');
  const until = toCandidates.reduce(
    (known, { from, sittingId, at }) =>
      from.kind === 'staff' && sittingId ? raised(known, sittingId, at) : known,
    readUntil,
  );
  const counts: Record<string, number> = {};
  for (const { from, sittingId, at } of toCandidates) {
    if (from.kind !== 'candidate' || !sittingId || at <= (until[sittingId] ?? 0)) continue;
    counts[sittingId] = (counts[sittingId] ?? 0) + 1;
  }
  return counts;
}

/** The conversation with one candidate was opened: everything in it is read. */
export function withRead(known: ReadUntil, messages: readonly Message[], sittingId: string): ReadUntil {
  const newest = messages.findLast((message) => message.sittingId === sittingId);
  return newest ? raised(known, sittingId, newest.at) : known;
}
