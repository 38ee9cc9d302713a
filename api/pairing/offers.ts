import { createHmac, randomBytes, randomInt } from 'node:crypto';
import { IsNull, MoreThan, type DataSource } from 'typeorm';
import { PairingCode } from '#models/pairing-code';
import { hashToken } from '../access/sessions';

/** How long a link works from its making; the page renews it while it is shown. */
const OFFER_MS = 5 * 60_000;
/** A fresh link leaves the one before this long: somebody may be scanning it right now. */
export const PREVIOUS_MS = 60_000;
const TRIES = 20;

export interface Offer {
  readonly token: string;
  readonly shortCode: string;
  readonly expiresAt: number;
}
export type CodeOrToken = { readonly token: string } | { readonly code: string };

/** Links and short codes for a second device; only their hashes are kept. */
export function createOffers(dataSource: DataSource, signingKey: Buffer, clock: () => number) {
  const rows = dataSource.getRepository(PairingCode);
  // Keyed: six figures are guessed in no time from a plain hash.
  const hashCode = (code: string) =>
    createHmac('sha256', signingKey).update(`short code\n${code}`).digest('hex');
  const living = () => ({ spentAt: IsNull(), expiresAt: MoreThan(clock()) });

  const freeCode = async (): Promise<string> => {
    for (let tried = 0; tried < TRIES; tried++) {
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      if (!(await rows.existsBy({ shortCodeHash: hashCode(code), ...living() }))) return code;
    }
    throw new Error('no short code is free');
  };

  const make = async (sittingId: string): Promise<Offer> => {
    const createdAt = clock();
    const expiresAt = createdAt + OFFER_MS;
    const shortCode = await freeCode();
    const token = randomBytes(24).toString('base64url');
    const soon = createdAt + PREVIOUS_MS;
    await rows.update({ sittingId, spentAt: IsNull(), expiresAt: MoreThan(soon) }, { expiresAt: soon });
    const hashes = { tokenHash: hashToken(token), shortCodeHash: hashCode(shortCode) };
    await rows.insert({ ...hashes, sittingId, createdAt, expiresAt, spentAt: null });
    return { token, shortCode, expiresAt };
  };

  const whereOf = (given: CodeOrToken) =>
    'token' in given ? { tokenHash: hashToken(given.token) } : { shortCodeHash: hashCode(given.code) };

  /** Null for what is unknown, spent or expired. */
  const find = (given: CodeOrToken): Promise<PairingCode | null> =>
    rows.findOne({ where: { ...whereOf(given), ...living() }, order: { createdAt: 'DESC' } });

  /** The one spent within the last minute: its device may not have heard the answer. */
  const findJustSpent = (given: CodeOrToken): Promise<PairingCode | null> =>
    rows.findOne({
      where: { ...whereOf(given), spentAt: MoreThan(clock() - PREVIOUS_MS) },
      order: { spentAt: 'DESC' },
    });

  /** True for the one who spends it. */
  const spend = async ({ tokenHash }: PairingCode): Promise<boolean> => {
    const { affected } = await rows.update({ tokenHash, ...living() }, { spentAt: clock() });
    return affected === 1;
  };

  return { make, find, findJustSpent, spend };
}
export type Offers = ReturnType<typeof createOffers>;
