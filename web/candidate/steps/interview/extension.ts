import type { ClockView } from '#protocol/views.schema';

type Entry = ClockView['ledger'][number];
type Extension = Extract<Entry, { kind: 'extension' }>;

/** The last time that staff added to the clock. */
export const newestExtension = (ledger: readonly Entry[]): Extension | null =>
  ledger.filter((entry): entry is Extension => entry.kind === 'extension').at(-1) ?? null;
