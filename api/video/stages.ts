import type { Logger } from 'pino';
import type { CandidateView } from '#protocol/views.schema';
import type { Places } from '../access/places';
import { AppError } from '../errors';
import type { Publisher } from '../live/publish';
import type { Failover } from './failover';
import type { Peers, SeatedPeer } from './peers';
import type { StageTicket } from './port';
import type { Providers } from './providers';
import { slotOf, type Somebody } from './slot';
import { isOpen, openStage, parseStageId, stageIdOf, type Stage, type StageKey } from './stage';
import type { StageReading } from './stage-reading';
import { admitToStage, isModerator } from './who-may-join';

export interface JoinWish {
  readonly stage: Stage;
  readonly sittingId?: string | undefined;
  readonly peerId: string;
}

interface StagesParts {
  readonly peers: Peers;
  readonly places: Places;
  readonly reading: StageReading;
  readonly publish: Publisher;
  readonly providers: Providers;
  readonly failover: Pick<Failover, 'carry'>;
  readonly logger: Logger;
}

/** Who is on which video stage, and who is let on. */
export class Stages {
  constructor(private readonly parts: StagesParts) {}

  /** @throws AppError NOT_FOUND, NOT_ALLOWED, NOT_NOW while the sitting's step has no such stage */
  async join(who: Somebody, { stage, sittingId, peerId }: JoinWish): Promise<StageTicket> {
    const { peers, places, reading, providers, failover } = this.parts;
    const named = sittingId ?? (who.kind === 'candidate' ? who.sittingId : undefined);
    if (named === undefined) throw new AppError('NOT_FOUND');
    const place = await places.ofSitting(named);
    admitToStage(who, stage, place);
    const open = openStage(await reading.view(named), stage);
    if (!open) throw new AppError('NOT_NOW');
    const { key, provider } = await failover.carry(place, open);
    const slot = slotOf(who);
    const me = await peers.seat(key, slot, peerId, introduce(who));
    if (!me) throw new AppError('NOT_ALLOWED', { reason: 'peer-id-taken' });
    await this.tell(key);
    const carrier = (provider === 'jitsi' && providers.jitsi) || providers.direct;
    return carrier.ticket({ key, me, slot, moderator: isModerator(who, stage) });
  }

  async leave(who: Somebody, stageId: string, peerId: string): Promise<void> {
    const key = parseStageId(stageId);
    const left = key && (await this.parts.peers.unseat(stageId, { slot: slotOf(who), peerId }));
    if (left) await this.tell(key);
  }

  /** Empties the stages that the sitting has left behind: whoever lingers there hears nobody any more. */
  async settle(sittingId: string, view: CandidateView | null): Promise<void> {
    const { peers, logger } = this.parts;
    for (const key of await peers.ofSitting(sittingId)) {
      if (isOpen(view, key)) continue;
      await peers.close(key);
      logger.info({ stageId: stageIdOf(key) }, 'stage closed');
      await this.tell(key);
    }
  }

  /**
   * Everybody on the stage, for one who is on it by this peer id.
   * @throws AppError NOT_ALLOWED for anybody else, and once the stage is left behind
   */
  async among(who: Somebody, stageId: string, peerId: string): Promise<OnStage> {
    const key = parseStageId(stageId);
    if (!key) throw new AppError('NOT_ALLOWED', { reason: 'no-such-stage' });
    const slot = slotOf(who);
    await this.parts.peers.keepAlive([slot]);
    const { seated } = await this.parts.peers.look(stageId);
    const me = seated.find((each) => each.peer.peerId === peerId && each.slot === slot);
    if (!me) throw new AppError('NOT_ALLOWED', { reason: 'not-on-stage' });
    await this.refuseClosed(key);
    return { me, seated, key };
  }

  /** Says to everybody that the stage's peers are others now. */
  async tell(key: StageKey): Promise<void> {
    const { places, publish } = this.parts;
    const { roomId } = await places.ofSitting(key.sittingId);
    publish.toRoom(roomId, { kind: 'peers', stageId: stageIdOf(key) });
    publish.toRoom(roomId, { kind: 'staff', roomId });
  }

  private async refuseClosed(key: StageKey): Promise<void> {
    const { reading, logger } = this.parts;
    const view = await reading.view(key.sittingId).catch((error: unknown) => {
      logger.warn({ err: error }, 'the stage is taken to be open as it was');
      return undefined;
    });
    if (view === undefined || isOpen(view, key)) return;
    await this.settle(key.sittingId, view);
    throw new AppError('NOT_ALLOWED', { reason: 'stage-closed' });
  }
}

interface OnStage {
  readonly me: SeatedPeer;
  readonly seated: readonly SeatedPeer[];
  readonly key: StageKey;
}

const introduce = (who: Somebody) =>
  who.kind === 'staff'
    ? { role: who.role, name: who.name, position: null }
    : { role: 'candidate' as const, name: who.name, position: who.position };
