import type { DataSource } from 'typeorm';
import { IdentityCase } from '#models/identity-case';
import type { IdentityCaseState } from '#workflows/messages';
import { namesOf } from '../staff-names';

/** The newest case of a sitting: a flow with two face checks may have two. */
export const findCase = (dataSource: DataSource, sittingId: string): Promise<IdentityCase | null> =>
  dataSource.getRepository(IdentityCase).findOne({ where: { sittingId }, order: { openedAt: 'DESC' } });

/** A case as its readers see it; `state` is newer than the row where the workflow has just answered. */
export async function presentCase(dataSource: DataSource, row: IdentityCase, state: IdentityCaseState = row) {
  const { caseId, openedAt, reason, decidedByRole } = row;
  const { phase, verdict, firstBy, decidedBy, decidedAt } = state;
  const nameOf = await namesOf(dataSource, [firstBy, decidedBy]);
  const named = (by: string | null) => (by === null ? null : (nameOf(by) ?? by));
  return {
    ...{ caseId, phase, openedAt, reason, verdict, decidedAt },
    decidedBy: decidedByRole,
    firstBy,
    firstByName: named(firstBy),
    decidedByName: named(decidedBy),
  };
}
