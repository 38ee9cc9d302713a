import type { ConsoleRow, MeasuredOutage, Presence } from '#protocol/live.schema';
import type { StaffView } from '#protocol/views.schema';
import { signatureOf } from '../presence/judge';
import type { Talk } from '../presence/talks';

/** One sitting of a room as the projection has it. */
export interface Line {
  readonly sittingId: string;
  readonly ticket: string;
  readonly name: string;
  readonly revision: number;
  readonly queueKey: string | null;
  readonly staff: StaffView | null;
}

export function consoleRow(
  line: Line,
  presence: Presence,
  talk: Talk | undefined,
  outages: MeasuredOutage[],
): ConsoleRow {
  const { sittingId, ticket, name, revision, staff } = line;
  const talkingWith = talk ? { staffId: talk.staffId, name: talk.name } : null;
  return { sittingId, ticket, name, revision, staff, presence, talkingWith, outages };
}

/** Changes exactly when a console has to hear of the row again: an even beat of a device changes nothing. */
export const rowSignature = ({ revision, presence, talkingWith, outages = [] }: ConsoleRow): string =>
  [
    revision,
    signatureOf(presence[1]),
    signatureOf(presence[2]),
    talkingWith?.staffId,
    ...outages.map(({ id, to }) => `${id}${to}`),
  ].join('|');
