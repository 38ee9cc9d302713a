import type { Logger } from 'pino';
import type { RoomPlace } from '../access/places';
import { within } from '../deadline';
import type { OutageHold } from '../presence/hold';
import type { PresenceRecords } from '../presence/records';
import type { StaffHereBoard } from '../presence/staff-here';
import type { Talks } from '../presence/talks';
import type { OnStage } from '../presence/where';
import type { Peers } from '../video/peers';
import { staffSlot } from '../video/slot';
import { parseStageId } from '../video/stage';
import type { RoomReading } from './room-reading';
import type { RoomState } from './room-state';

const DATABASE_MS = 5_000;
const REDIS_MS = 1_500;

/** What has to be read again of a room. `all` is everything, by revision. */
export interface Wanted {
  readonly all: boolean;
  readonly sittings: ReadonlySet<string>;
  readonly presence: ReadonlySet<string>;
  readonly room: boolean;
  readonly staff: boolean;
  readonly sealed: boolean;
}

export interface RefreshParts {
  readonly reading: RoomReading;
  readonly records: PresenceRecords;
  readonly hold: OutageHold;
  readonly here: StaffHereBoard;
  readonly talks: Talks;
  readonly peers: Peers;
  readonly logger: Logger;
}

/** Reads a room from MariaDB and Redis into its state. What cannot be read stays as it was last known. */
export class Refresh {
  constructor(private readonly parts: RefreshParts) {}

  /** True when MariaDB was read. Never rejects for an outage. */
  async read(state: RoomState, place: RoomPlace, wanted: Wanted): Promise<boolean> {
    const [read] = await Promise.all([
      this.attempt('MariaDB', this.readDatabase(state, place, wanted)),
      this.attempt('Redis', this.readRedis(state, place, wanted)),
    ]);
    return read;
  }

  private async attempt(what: string, work: Promise<void>): Promise<boolean> {
    try {
      await work;
      return true;
    } catch (error) {
      this.parts.logger.warn({ err: error, what }, 'not read again; the streams keep what they know');
      return false;
    }
  }

  private async readDatabase(state: RoomState, place: RoomPlace, wanted: Wanted): Promise<void> {
    const { reading } = this.parts;
    const { roomId, examId } = place;
    const { all } = wanted;
    if (all || wanted.sittings.size > 0) await this.readLines(state, roomId, wanted);
    if (all || wanted.presence.size > 0) state.outages = await fromDatabase(reading.outages(roomId));
    if (all || wanted.room) state.room = await fromDatabase(reading.room(roomId));
    if (all || wanted.sealed) state.sealed = await fromDatabase(reading.sealed(roomId));
    if (all) state.expectedMinutes = await fromDatabase(reading.expectedMinutes(examId));
  }

  private async readLines(state: RoomState, roomId: string, wanted: Wanted): Promise<void> {
    const { reading } = this.parts;
    const ids = wanted.all
      ? changed(state, await fromDatabase(reading.revisions(roomId)))
      : [...wanted.sittings];
    for (const line of ids.length > 0 ? await fromDatabase(reading.lines(roomId, ids)) : []) {
      const known = state.lines.get(line.sittingId);
      if (!known || known.revision <= line.revision) state.lines.set(line.sittingId, line);
    }
    state.comparing = anyComparing(state) ? await fromDatabase(reading.comparing()) : [];
  }

  private async readRedis(state: RoomState, place: RoomPlace, wanted: Wanted): Promise<void> {
    if (wanted.all || wanted.presence.size > 0) await this.readPresence(state, place.roomId, wanted);
    if (wanted.all || wanted.staff) await this.readStaff(state, place);
  }

  private async readPresence(state: RoomState, roomId: string, wanted: Wanted): Promise<void> {
    const { hold, records } = this.parts;
    const judgedAt = await fromRedis(hold.judgedAt());
    if (wanted.all) state.records = await fromRedis(records.ofRoom(roomId));
    else {
      const ids = [...wanted.presence];
      const found = await fromRedis(Promise.all(ids.map((id) => records.ofSitting(roomId, id))));
      const read = ids.map((id, index) => [id, found[index] ?? {}] as const);
      state.records = new Map([...state.records, ...read]);
    }
    state.judgedAt = judgedAt;
  }

  private async readStaff(state: RoomState, { roomId, examId }: RoomPlace): Promise<void> {
    const { here, talks, peers } = this.parts;
    const [present, talking] = await fromRedis(Promise.all([here.inRoom(roomId), talks.ofExam(examId)]));
    const slots = present.map(({ staffId }) => staffSlot(staffId));
    const stages = await fromRedis(peers.stagesOf(slots));
    state.here = present;
    state.talks = talking;
    state.onStage = present.flatMap(({ staffId }) => {
      const ids = stages.get(staffSlot(staffId)) ?? [];
      return ids.flatMap((stageId) => onStage(state, staffId, stageId));
    });
  }
}

const fromDatabase = <T>(work: Promise<T>): Promise<T> => within(DATABASE_MS, work);
const fromRedis = <T>(work: Promise<T>): Promise<T> => within(REDIS_MS, work);

const changed = (state: RoomState, revisions: ReadonlyMap<string, number>): string[] =>
  [...revisions].flatMap(([id, revision]) => (state.lines.get(id)?.revision === revision ? [] : [id]));

const anyComparing = (state: RoomState): boolean =>
  [...state.lines.values()].some(({ staff }) => {
    const step = staff?.view.step;
    return step?.kind === 'face-check' && step.phase === 'comparing';
  });

function onStage(state: RoomState, staffId: string, stageId: string): OnStage[] {
  const key = parseStageId(stageId);
  return key && state.lines.has(key.sittingId) ? [{ staffId, stage: key.stage }] : [];
}
