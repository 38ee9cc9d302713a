import { seesIdentity } from '../presenters/staff-view';
import type { CandidateListener, StaffListener } from './listener';
import { rowText, type RoomState } from './room-state';
import { surroundingsOf, surroundingsSignature, type RoomAround } from './surroundings';

/** What changes around all candidates of a room reaches them at most this often. */
const AROUND_EVERY_MS = 200;

/** The streams of this process that concern one room; each is told what it does not know yet. */
export class Audience {
  readonly candidates = new Set<CandidateListener>();
  readonly staff = new Set<StaffListener>();
  private around: RoomAround;
  private aroundText = '';
  private timer: NodeJS.Timeout | null = null;
  private stale = false;

  constructor(
    private readonly state: RoomState,
    private readonly clock: () => number,
  ) {
    this.around = state.around();
  }

  get isEmpty(): boolean {
    return this.candidates.size + this.staff.size === 0;
  }

  /** `changed` names the rows that read differently now. */
  tell(changed: readonly string[]): void {
    this.renewAround();
    for (const listener of this.staff) this.tellStaff(listener, changed);
    const touched = new Set(changed);
    for (const listener of this.candidates) {
      this.tellView(listener);
      if (touched.has(listener.who.sittingId) || listener.toldAround === '') this.tellAround(listener);
    }
  }

  /** Sheets were sealed: their number, and what their own examiners may see from now on. */
  tellSealed(before: RoomState['sealed']): void {
    const { state } = this;
    const known = new Set(before.map(({ sittingId, staffId }) => `${sittingId}.${staffId}`));
    const fresh = state.sealed.filter(({ sittingId, staffId }) => !known.has(`${sittingId}.${staffId}`));
    if (fresh.length === 0) return;
    const ids = new Set(fresh.map(({ sittingId }) => sittingId));
    for (const listener of this.staff) {
      this.sendSealed(listener, ids);
      const mine = fresh.filter(({ staffId }) => staffId === listener.who.staffId);
      if (mine.length > 0)
        this.sendRows(
          listener,
          mine.map(({ sittingId }) => sittingId),
          false,
        );
    }
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private tellStaff(listener: StaffListener, changed: readonly string[]): void {
    const { state } = this;
    const room = JSON.stringify({ event: 'room', room: state.room, staff: state.staff() });
    if (room !== listener.toldRoom) listener.stream.sendText(room);
    listener.toldRoom = room;
    if (listener.toldWhole) {
      if (changed.length > 0) this.sendRows(listener, changed, false);
      return;
    }
    listener.toldWhole = true;
    this.sendRows(listener, [...state.lines.keys()], true);
    this.sendSealed(listener, new Set(state.lines.keys()));
  }

  private sendRows(listener: StaffListener, ids: readonly string[], whole: boolean): void {
    const { staffId, role } = listener.who;
    const viewer = { role, sealed: this.state.sealedBy(staffId) };
    const rows = ids.flatMap((id) => {
      const shown = this.state.rows.get(id);
      return shown ? [rowText(shown, seesIdentity(viewer, id))] : [];
    });
    listener.stream.sendText(`{"event":"rows","whole":${whole},"rows":[${rows.join(',')}]}`);
  }

  private sendSealed(listener: StaffListener, ids: ReadonlySet<string>): void {
    for (const [sittingId, sealed] of this.state.sealedCounts()) {
      if (ids.has(sittingId)) listener.stream.send({ event: 'score', sittingId, sealed });
    }
  }

  private tellView(listener: CandidateListener): void {
    const view = this.state.lines.get(listener.who.sittingId)?.staff?.view;
    if (!view || view.revision <= listener.toldRevision) return;
    listener.stream.send({ event: 'view', view });
    listener.toldRevision = view.revision;
  }

  private tellAround(listener: CandidateListener): void {
    const { state, around } = this;
    const { sittingId } = listener.who;
    const surroundings = surroundingsOf(
      around,
      sittingId,
      { presence: state.presenceOf(sittingId), outages: state.outagesOf(sittingId) },
      this.clock(),
    );
    const signature = surroundingsSignature(surroundings);
    if (signature === listener.toldAround) return;
    listener.stream.send({ event: 'surroundings', surroundings });
    listener.toldAround = signature;
  }

  /** Computes what surrounds everybody once, and tells everybody soon when it is not what it was. */
  private renewAround(): void {
    this.around = this.state.around();
    const { queue, ...rest } = this.around;
    const minute = Math.floor(this.clock() / 60_000);
    const text = JSON.stringify([rest, { ...queue, ahead: [...queue.ahead.keys()] }, minute]);
    if (text === this.aroundText) return;
    this.aroundText = text;
    this.stale = true;
    this.timer ??= this.tellAllIn(0);
  }

  private tellAllIn(ms: number): NodeJS.Timeout {
    return setTimeout(() => {
      this.timer = this.stale ? this.tellAllIn(AROUND_EVERY_MS) : null;
      if (!this.stale) return;
      this.stale = false;
      for (const listener of this.candidates) this.tellAround(listener);
    }, ms);
  }
}
