import type { Mail, Peer } from '#protocol/live.schema';
import type { Places } from '../../access/places';
import { AppError } from '../../errors';
import type { Publisher } from '../../live/publish';
import type { SeatedPeer } from '../peers';
import type { Somebody } from '../slot';
import type { Stages } from '../stages';
import { mailLimits, type Mailbox } from './mailbox';

export interface Letter {
  readonly stageId: string;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly body: Mail['body'];
}

interface PostParts {
  readonly stages: Stages;
  readonly mailbox: Mailbox;
  readonly places: Places;
  readonly publish: Publisher;
}

/** Signalling between the peers of one stage: at least once, until acknowledged, two minutes at most. */
export function createPostOffice({ stages, mailbox, places, publish }: PostParts) {
  /** @throws AppError NOT_ALLOWED, NOT_FOUND when the receiver is not on the stage, TOO_LARGE */
  const send = async (who: Somebody, letter: Letter): Promise<void> => {
    if (Buffer.byteLength(JSON.stringify(letter.body)) > mailLimits.bytes)
      throw new AppError('TOO_LARGE', { limit: mailLimits.bytes });
    const { stageId, id, from, to, body } = letter;
    const { me, seated, key } = await stages.among(who, stageId, from);
    if (!seated.some(({ peer }) => peer.peerId === to)) throw new AppError('NOT_FOUND');
    const fromEpoch = me.peer.epoch;
    const sent = await mailbox.send({ id, stageId, from, fromEpoch, to, body });
    if (sent === 'full') throw new AppError('TOO_LARGE', { limit: mailLimits.pending });
    if (sent === 'known') return;
    const { roomId } = await places.ofSitting(key.sittingId);
    publish.toRoom(roomId, { kind: 'mail', stageId, to });
  };

  const read = async (who: Somebody, stageId: string, peerId: string) => {
    const look = async () => (await stages.among(who, stageId, peerId)).seated;
    const seated = await look();
    const mail = await lettersFor(mailbox, look, stageId, peerId);
    return { mail, peers: seated.map(({ peer }): Peer => peer) };
  };

  const acknowledge = async (who: Somebody, stageId: string, peerId: string, ids: readonly string[]) => {
    await stages.among(who, stageId, peerId);
    await mailbox.acknowledge(stageId, peerId, ids);
  };

  return { send, read, acknowledge };
}
export type PostOffice = ReturnType<typeof createPostOffice>;

/**
 * What waits for a peer. Letters of a page that was replaced meanwhile are thrown away: its answers would mislead.
 * The seats are looked at after the letters, so that who came a moment ago and wrote at once is not taken for gone.
 */
export async function lettersFor(
  mailbox: Pick<Mailbox, 'pending' | 'acknowledge'>,
  look: (stageId: string) => Promise<readonly SeatedPeer[]>,
  stageId: string,
  peerId: string,
): Promise<Mail[]> {
  const letters = await mailbox.pending(stageId, peerId);
  if (letters.length === 0) return [];
  const epochs = new Map((await look(stageId)).map(({ peer }) => [peer.peerId, peer.epoch]));
  const stale = letters.filter(({ from, fromEpoch }) => epochs.get(from) !== fromEpoch);
  await mailbox.acknowledge(
    stageId,
    peerId,
    stale.map(({ id }) => id),
  );
  return letters.filter((letter) => !stale.includes(letter));
}
