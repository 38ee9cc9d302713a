import { Sitting } from '#models/sitting';
import type { PairingCode } from '#models/pairing-code';
import type { Held } from '../access/positions';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { tellSitting } from '../sittings/claim';
import type { CodeOrToken, Offers } from './offers';
import { tryCode } from './try-code';

export interface Spending {
  readonly address: string;
  readonly given: CodeOrToken;
  readonly deviceId: string;
  readonly receivedAt: number;
}
export interface Paired {
  readonly sittingId: string;
  readonly held: Held;
}

/**
 * Pairs a device as position 2, taking over from whatever held it: pairing is the explicit step. The same device may
 * repeat it for a minute, since the answer may be lost on the way.
 * @throws AppError PAIRING_EXPIRED, ALREADY_OVER, SLOW_DOWN
 */
export async function spendPairing(parts: Parts, offers: Offers, spending: Spending): Promise<Paired> {
  const { address, given, deviceId, receivedAt } = spending;
  const findAny = async (wanted: CodeOrToken) =>
    (await offers.find(wanted)) ?? (await repeated(parts, offers, wanted, deviceId));
  const offer = await tryCode(parts, address, given, findAny);
  const { sittingId } = offer;
  await demandGoingOn(parts, sittingId);
  if (offer.spentAt === null && !(await offers.spend(offer))) throw new AppError('PAIRING_EXPIRED');
  const claim = { sittingId, position: 2, deviceId, takeOver: true, lastSign: null } as const;
  const held = await parts.positions.claim(claim);
  await tellSitting(parts, { sittingId, position: 2, held, receivedAt });
  return { sittingId, held };
}

async function repeated(
  { positions }: Parts,
  offers: Offers,
  given: CodeOrToken,
  deviceId: string,
): Promise<PairingCode | null> {
  const spent = await offers.findJustSpent(given);
  const held = spent && (await positions.current(spent.sittingId, 2));
  return held?.deviceId === deviceId ? spent : null;
}

async function demandGoingOn({ dataSource }: Parts, id: string): Promise<void> {
  const sitting = await dataSource
    .getRepository(Sitting)
    .findOne({ where: { id }, select: { id: true, endedAt: true } });
  if (sitting?.endedAt) throw new AppError('ALREADY_OVER', { at: sitting.endedAt });
}
