import { audit } from '../audit';
import type { Handlers } from '../call';
import { addressOf } from '../files';
import { decideIdentity } from '../identity/decide-identity';
import { readIdentity } from '../identity/read-identity';
import type { Parts } from '../parts';
import { storePicture } from '../pictures/store-picture';

type Names = 'readIdentity' | 'captureCard' | 'decideIdentity';

export const identityRoutes = (parts: Parts): Handlers<Names> => ({
  readIdentity: async ({ who, params: { sittingId }, receivedAt: at }) =>
    readIdentity(parts, { who, sittingId, at }),

  captureCard: async ({ who, params: { sittingId }, body: bytes, receivedAt: at }) => {
    const { key } = await storePicture(parts, { bytes, kind: 'card', sittingId });
    await audit(parts.dataSource, {
      by: who,
      at,
      action: 'identity.card',
      subject: sittingId,
      details: { key },
    });
    return { key, url: addressOf(parts.env, key, at) };
  },

  decideIdentity: async ({ who, params: { sittingId }, body, receivedAt }) =>
    decideIdentity(parts, { who, sittingId, body, receivedAt }),
});
