import { In, IsNull, type DataSource } from 'typeorm';
import type { IdentityCase } from '#models/identity-case';
import { Sitting } from '#models/sitting';
import { StoredObject, type StoredKind } from '#models/stored-object';
import type { StaffPrincipal } from '../access/principal';
import { audit } from '../audit';
import { AppError } from '../errors';
import { addressOf } from '../files';
import type { Parts } from '../parts';
import { findCase, presentCase } from './present-case';

/** Without a case the newest pictures are enough to look at. */
const MOST_STILLS = 24;

interface Look {
  readonly who: StaffPrincipal;
  readonly sittingId: string;
  readonly at: number;
}

/** Registered photo, stills and card side by side, by short-lived addresses. The look is written down first. */
export async function readIdentity(parts: Parts, { who, sittingId, at }: Look) {
  const { dataSource, env } = parts;
  const sitting = await dataSource
    .getRepository(Sitting)
    .findOne({ where: { id: sittingId }, relations: { candidate: true } });
  if (!sitting?.candidate) throw new AppError('NOT_FOUND');
  await audit(dataSource, { by: who, at, action: 'identity.look', subject: sittingId });
  const open = await findCase(dataSource, sittingId);
  const [stills, cardKey] = await Promise.all([
    findStills(dataSource, sittingId, open),
    open?.cardKey ?? newestKey(dataSource, sittingId, 'card'),
  ]);
  const urlOf = (key: string | null) => key && addressOf(env, key, at);
  return {
    registeredUrl: urlOf(sitting.candidate.photoKey),
    stills: stills.map(({ key, createdAt }) => ({ url: addressOf(env, key, at), at: createdAt })),
    cardUrl: urlOf(cardKey),
    idNumberMasked: sitting.candidate.idNumberMasked,
    case: open && (await presentCase(dataSource, open)),
  };
}

async function findStills(dataSource: DataSource, sittingId: string, open: IdentityCase | null) {
  const ofCase = open && open.stills.length > 0 ? { key: In([...open.stills]) } : {};
  const stills = await dataSource.getRepository(StoredObject).find({
    where: { sittingId, kind: 'still', deletedAt: IsNull(), ...ofCase },
    order: { createdAt: 'DESC' },
    ...(open ? {} : { take: MOST_STILLS }),
  });
  return stills.toReversed();
}

async function newestKey(
  dataSource: DataSource,
  sittingId: string,
  kind: StoredKind,
): Promise<string | null> {
  const newest = await dataSource
    .getRepository(StoredObject)
    .findOne({ where: { sittingId, kind, deletedAt: IsNull() }, order: { createdAt: 'DESC' } });
  return newest?.key ?? null;
}
