import type { ConsoleRow, MeasuredOutage } from '#protocol/live.schema';
import type { RoomView } from '#protocol/views.schema';
import { withoutIdentity } from '../presenters/staff-view';
import { presenceOf, type DeviceRecords } from '../presence/judge';
import type { OnStage } from '../presence/where';
import { whereabouts } from '../presence/where';
import type { StaffHere } from '../presence/staff-here';
import type { Talk } from '../presence/talks';
import { consoleRow, rowSignature, type Line } from './line';
import { queueOf } from './queue';
import { untouchedRoom, type Sealed } from './room-reading';
import type { RoomAround } from './surroundings';

/** A line of the consoles, made into text once for all who read it. */
export interface ShownRow {
  readonly row: ConsoleRow;
  readonly signature: string;
  /** As text, with identity and without; made when first wanted. */
  full?: string;
  plain?: string;
}

/** What is known of one room, and what follows from it. Pure memory: reading it is the feed's affair. */
export class RoomState {
  readonly lines = new Map<string, Line>();
  readonly rows = new Map<string, ShownRow>();
  records: ReadonlyMap<string, DeviceRecords> = new Map();
  /** Devices are judged as of this instant; it stands still while Redis is away. */
  judgedAt = 0;
  /** Silence of devices while a clock ran, by sitting. */
  outages: ReadonlyMap<string, readonly MeasuredOutage[]> = new Map();
  talks: readonly Talk[] = [];
  here: readonly StaffHere[] = [];
  onStage: readonly OnStage[] = [];
  sealed: readonly Sealed[] = [];
  comparing: readonly string[] = [];
  room: RoomView;
  expectedMinutes = 20;

  constructor(roomId: string) {
    this.room = untouchedRoom(roomId);
  }

  /** Renews the lines of the consoles that are named, or all; those that read differently now. */
  renewRows(ids: Iterable<string> = this.lines.keys()): string[] {
    return [...ids].filter((id) => {
      const line = this.lines.get(id);
      if (!line) return this.rows.delete(id);
      const talk = this.talks.find(({ sittingId }) => sittingId === id);
      const row = consoleRow(line, this.presenceOf(id), talk, this.outagesOf(id));
      const signature = rowSignature(row);
      if (this.rows.get(id)?.signature === signature) return false;
      this.rows.set(id, { row, signature });
      return true;
    });
  }

  presenceOf(sittingId: string) {
    return presenceOf(this.records.get(sittingId), this.judgedAt);
  }

  outagesOf(sittingId: string): MeasuredOutage[] {
    return [...(this.outages.get(sittingId) ?? [])];
  }

  /** Computed once a change of the room, for all its candidates. */
  around(): RoomAround {
    const { room, talks, comparing } = this;
    const queue = queueOf([...this.lines.values()], room, this.expectedMinutes);
    return { room, queue, talks, staff: this.staff(), comparing };
  }

  staff() {
    return whereabouts(
      this.here,
      this.talks.filter(({ sittingId }) => this.lines.has(sittingId)),
      this.onStage,
    );
  }

  /** Sheets sealed by one examiner. */
  sealedBy(staffId: string): ReadonlySet<string> {
    return new Set(this.sealed.filter((each) => each.staffId === staffId).map(({ sittingId }) => sittingId));
  }

  sealedCounts(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { sittingId } of this.sealed) counts.set(sittingId, (counts.get(sittingId) ?? 0) + 1);
    return counts;
  }
}

export function rowText(shown: ShownRow, withIdentity: boolean): string {
  if (withIdentity) return (shown.full ??= JSON.stringify(shown.row));
  const { staff, ...row } = shown.row;
  return (shown.plain ??= JSON.stringify({ ...row, staff: staff && withoutIdentity(staff) }));
}
