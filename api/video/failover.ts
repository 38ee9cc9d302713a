import type { Logger } from 'pino';
import type { VideoFallback } from '#protocol/views.schema';
import type { Places, RoomPlace } from '../access/places';
import { AppError } from '../errors';
import type { Gateway } from '../gateway/gateway';
import type { LatestViews } from '../live/latest-views';
import type { BridgeProbe } from './bridge-probe';
import type { Somebody } from './slot';
import { openStage, parseStageId, stageIdOf, type StageKey } from './stage';
import type { StageReading } from './stage-reading';
import type { Troubles } from './troubles';
import { admitToStage } from './who-may-join';

interface FailoverParts {
  readonly gateway: Gateway;
  readonly places: Places;
  readonly reading: StageReading;
  readonly latestViews: LatestViews;
  readonly probe: Pick<BridgeProbe, 'read'>;
  readonly troubles: Troubles;
  /** The installation has a Jitsi at all. */
  readonly hasJitsi: boolean;
  readonly clock: () => number;
  readonly logger: Logger;
}

export interface Trouble {
  readonly stageId: string;
  readonly cause: string;
}

/** A stage with the provider that carries it. */
export interface Carried {
  readonly key: StageKey;
  readonly provider: 'direct' | 'jitsi';
}

/** A candidate who fails so often on one stage is not asked to try again there. */
const MOST_FAILURES = 2;
/** So many different people who fail are no accident of one of them. */
const PEOPLE_TO_ALARM = 2;

/**
 * Moves stages from Jitsi to connections from browser to browser: one candidate's by itself, a room's when its staff
 * say so. The sitting decides and records it; here is only what it is told.
 */
export class Failover {
  constructor(private readonly parts: FailoverParts) {}

  /** Who carries a stage now. While staff gave Jitsi up and it is still down, a stage that opens is moved at once. */
  async carry({ examId, roomId }: RoomPlace, key: StageKey): Promise<Carried> {
    const { reading, hasJitsi } = this.parts;
    if (key.fallback || !hasJitsi || (await reading.provider(examId)) === 'direct')
      return { key, provider: 'direct' };
    if (await this.isGivenUp(roomId)) return { key: await this.move(key, 'room'), provider: 'direct' };
    return { key, provider: 'jitsi' };
  }

  /**
   * A page could not join. The second time of a candidate's device moves his stage.
   * @throws AppError NOT_FOUND, NOT_ALLOWED for a stage that is not open, or not this person's
   */
  async report(who: Somebody, { stageId, cause }: Trouble): Promise<Pick<Carried, 'provider'>> {
    const { places, reading, troubles, logger } = this.parts;
    const key = parseStageId(stageId);
    if (!key) throw new AppError('NOT_ALLOWED', { reason: 'no-such-stage' });
    const place = await places.ofSitting(key.sittingId);
    admitToStage(who, key.stage, place);
    const open = openStage(await reading.view(key.sittingId), key.stage);
    if (open?.generation !== key.generation) throw new AppError('NOT_ALLOWED', { reason: 'stage-closed' });
    const carried = await this.carry(place, open);
    if (carried.provider === 'direct') return { provider: 'direct' };
    const failures = await troubles.note(place.roomId, stageId, who);
    logger.warn({ stageId, cause, failures, by: who.kind }, 'a join failed');
    if (who.kind !== 'candidate' || failures < MOST_FAILURES) return { provider: 'jitsi' };
    await this.move(open, 'join');
    return { provider: 'direct' };
  }

  /** What the room's staff have to know; `alarm` asks them to move the room. */
  async ofRoom({ examId, roomId }: RoomPlace) {
    const { reading, hasJitsi, probe, troubles } = this.parts;
    const moved = await reading.roomMoved(roomId);
    const movedAt = moved?.since ?? 0;
    if (!hasJitsi || (await reading.provider(examId)) === 'direct')
      return { provider: 'direct' as const, alarm: null, since: null, people: 0, moved };
    const [bridge, people] = [await probe.read(), await troubles.peopleSince(roomId, movedAt)];
    const isDown = bridge.state === 'down' && movedAt < (bridge.since ?? 0);
    const alarm = isDown ? ('bridge' as const) : people >= PEOPLE_TO_ALARM ? ('people' as const) : null;
    return { provider: 'jitsi' as const, alarm, since: isDown ? bridge.since : null, people, moved };
  }

  private async isGivenUp(roomId: string): Promise<boolean> {
    const bridge = await this.parts.probe.read();
    if (bridge.state !== 'down') return false;
    const moved = await this.parts.reading.roomMoved(roomId);
    return moved !== null && moved.since >= (bridge.since ?? 0);
  }

  /** Told twice, the sitting gives its first answer again. */
  private async move(key: StageKey, cause: VideoFallback['cause']): Promise<StageKey> {
    const { gateway, latestViews, clock, logger } = this.parts;
    const { sittingId, stage, generation } = key;
    const answer = await gateway.command(sittingId, {
      ...{
        commandId: `video:${stageIdOf(key)}`,
        receivedAt: clock(),
        by: 'system',
        stepId: null,
        roomSeq: 0,
      },
      command: { name: 'stage-fell-back', stage, generation, cause },
    });
    await latestViews.note(answer.view);
    logger.warn({ stageId: stageIdOf(key), cause }, 'stage moved to direct');
    return { ...key, fallback: true };
  }
}
