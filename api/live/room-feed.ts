import type { Logger } from 'pino';
import type { CandidateView } from '#protocol/views.schema';
import type { RoomPlace } from '../access/places';
import type { Stages } from '../video/stages';
import { Audience } from './audience';
import type { Refresh, Wanted } from './room-refresh';
import { RoomState } from './room-state';

interface FeedParts {
  readonly place: RoomPlace;
  readonly refresh: Refresh;
  readonly stages: Pick<Stages, 'settle'>;
  readonly clock: () => number;
  readonly logger: Logger;
}

const NOTHING: Wanted = {
  all: false,
  sittings: new Set(),
  presence: new Set(),
  room: false,
  staff: false,
  sealed: false,
};

/**
 * One room for all streams of this process that concern it. What is asked for while it reads is read in the next
 * go, so that five hundred changes at once cost a few readings and not five hundred.
 */
export class RoomFeed {
  readonly audience: Audience;
  private readonly state: RoomState;
  private readonly stageOf = new Map<string, string>();
  private wanted = NOTHING;
  private reading: Promise<void> | null = null;
  private loaded = false;

  constructor(private readonly parts: FeedParts) {
    this.state = new RoomState(parts.place.roomId);
    this.audience = new Audience(this.state, parts.clock);
  }

  has(sittingId: string): boolean {
    return this.state.lines.has(sittingId);
  }

  /** Reads again, and resolves when the streams were told. Never rejects. */
  look(at: Partial<Wanted>): Promise<void> {
    this.wanted = joined(this.wanted, at);
    this.reading ??= this.readOn().finally(() => (this.reading = null));
    return this.reading;
  }

  /** A new stream: it gets the whole state, at once or as soon as that is known. */
  welcome(): void {
    if (this.loaded) this.audience.tell([]);
    else void this.look({ all: true });
  }

  private async readOn(): Promise<void> {
    // Lets what arrives in the same instant join.
    await new Promise(setImmediate);
    while (isSomething(this.wanted)) {
      const { wanted } = this;
      this.wanted = NOTHING;
      await this.readOnce(wanted).catch((error: unknown) => {
        this.parts.logger.error({ err: error, ...this.parts.place }, 'a defect of the live feed');
      });
    }
  }

  private async readOnce(wanted: Wanted): Promise<void> {
    const { state, parts, audience } = this;
    const sealedBefore = state.sealed;
    this.loaded = (await parts.refresh.read(state, parts.place, wanted)) || this.loaded;
    if (!this.loaded) return;
    const everything = wanted.all || wanted.staff;
    const changed = state.renewRows(everything ? undefined : [...wanted.sittings, ...wanted.presence]);
    audience.tell(changed);
    audience.tellSealed(sealedBefore);
    for (const id of changed) await this.settleStages(id);
  }

  /** Whoever went on to another step is out of earshot of the stage before. */
  private async settleStages(sittingId: string): Promise<void> {
    const view = this.state.lines.get(sittingId)?.staff?.view ?? null;
    const before = this.stageOf.get(sittingId);
    const now = signatureOf(view);
    this.stageOf.set(sittingId, now);
    if (before !== undefined && before !== now) await this.parts.stages.settle(sittingId, view);
  }
}

const joined = (wanted: Wanted, at: Partial<Wanted>): Wanted => ({
  all: wanted.all || (at.all ?? false),
  sittings: new Set([...wanted.sittings, ...(at.sittings ?? [])]),
  presence: new Set([...wanted.presence, ...(at.presence ?? [])]),
  room: wanted.room || (at.room ?? false),
  staff: wanted.staff || (at.staff ?? false),
  sealed: wanted.sealed || (at.sealed ?? false),
});

const isSomething = ({ all, room, staff, sealed, sittings, presence }: Wanted): boolean =>
  all || room || staff || sealed || sittings.size + presence.size > 0;

const signatureOf = (view: CandidateView | null): string =>
  view ? [view.phase, view.stepId, view.clock?.startedAt, view.video?.since].join() : '';
