import { IsNull } from 'typeorm';
import type { Contract } from '#contract';
import type { InputOf } from '#contract/endpoint';
import type { IdentityCase } from '#models/identity-case';
import { StoredObject } from '#models/stored-object';
import { decidesIdentity } from '#protocol/policies';
import { byOf, type StaffPrincipal } from '../access/principal';
import { audit } from '../audit';
import { AppError } from '../errors';
import { isWorkflowAbsent } from '../gateway/gateway';
import type { Parts } from '../parts';
import { namingTheFirst } from '../rooms/name-the-first';
import { findCase, presentCase } from './present-case';

interface Decision {
  readonly who: StaffPrincipal;
  readonly sittingId: string;
  readonly body: InputOf<Contract['decideIdentity']>['body'];
  readonly receivedAt: number;
}

/** @throws AppError NOT_FOUND, NOT_ALLOWED, ALREADY_DONE, SECOND_PERSON_NEEDED */
export async function decideIdentity(parts: Parts, { who, sittingId, body, receivedAt }: Decision) {
  const { dataSource, gateway } = parts;
  const row = await findCase(dataSource, sittingId);
  if (!row) throw new AppError('NOT_FOUND');
  if (!decidesIdentity(who.role, row.decidedByRole))
    throw new AppError('NOT_ALLOWED', { decidedBy: row.decidedByRole });
  const { commandId, verdict, note, cardKey } = body;
  if (cardKey !== null) await demandCard(parts, sittingId, cardKey);
  const details = { caseId: row.caseId, verdict };
  await audit(dataSource, {
    by: who,
    at: receivedAt,
    action: 'identity.decide',
    subject: sittingId,
    details,
  });
  const request = { commandId, receivedAt, by: byOf(who), verdict, note, cardKey };
  const decided = gateway.decide(row.caseId, request).catch((error: unknown) => {
    if (isWorkflowAbsent(error)) return alreadyDecided(row);
    throw error;
  });
  return presentCase(dataSource, row, await namingTheFirst(dataSource, decided));
}

/** @throws AppError NOT_FOUND for a picture that is no card of this sitting */
async function demandCard({ dataSource }: Parts, sittingId: string, key: string): Promise<void> {
  const card = { key, sittingId, kind: 'card' as const, deletedAt: IsNull() };
  if (!(await dataSource.getRepository(StoredObject).existsBy(card))) throw new AppError('NOT_FOUND');
}

/** Its workflow ends a week after the decision. */
function alreadyDecided({ decidedBy: by, decidedAt: at }: IdentityCase): never {
  throw new AppError('ALREADY_DONE', { by, at });
}
