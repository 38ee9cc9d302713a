import { Sitting } from '#models/sitting';
import { hashToken } from '../access/sessions';
import type { Handlers } from '../call';
import { AppError } from '../errors';
import { createOffers } from '../pairing/offers';
import { spendPairing } from '../pairing/spend-pairing';
import { tryCode } from '../pairing/try-code';
import type { Parts } from '../parts';

type Names = 'offerPairing' | 'lookAtPairing' | 'spendPairing';

/** Whoever typed a code may have typed another's: he sees enough to notice. */
const firstLetter = (name: string): string => `${[...name][0] ?? ''}**`;

export const pairingRoutes = (parts: Parts): Handlers<Names> => {
  const { dataSource, env, clock, sessions, positions } = parts;
  const offers = createOffers(dataSource, env.SIGNING_KEY, clock);

  return {
    offerPairing: async ({ who: { sittingId }, body: { epoch } }) => {
      await positions.check(sittingId, 1, epoch);
      const sitting = await dataSource
        .getRepository(Sitting)
        .findOne({ where: { id: sittingId }, select: { id: true, endedAt: true } });
      if (sitting?.endedAt) throw new AppError('ALREADY_OVER', { at: sitting.endedAt });
      const { token, shortCode, expiresAt } = await offers.make(sittingId);
      return { url: `${env.PUBLIC_URL}/pair/${token}`, shortCode, expiresAt };
    },

    lookAtPairing: async ({ body, address }) => {
      const offer = await tryCode(parts, address, body, offers.find);
      const sitting = await dataSource
        .getRepository(Sitting)
        .findOne({ where: { id: offer.sittingId }, relations: { candidate: true, exam: true } });
      if (!sitting?.candidate || !sitting.exam) throw new AppError('PAIRING_EXPIRED');
      const { name } = sitting.candidate;
      const candidate = 'code' in body ? firstLetter(name) : name;
      return { examTitle: sitting.exam.title, candidate, expiresAt: offer.expiresAt };
    },

    spendPairing: async ({ body, address, receivedAt, setSession }) => {
      const { deviceId, ...given } = body;
      const { sittingId, held } = await spendPairing(parts, offers, { address, given, deviceId, receivedAt });
      const { token, expiresAt } = await sessions.open({ kind: 'candidate', id: sittingId, position: 2 });
      setSession(token, expiresAt);
      await sessions.endOthers({ kind: 'candidate', id: sittingId, position: 2 }, hashToken(token));
      return { position: 2, epoch: held.epoch };
    },
  };
};
