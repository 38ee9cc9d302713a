import type { DataSource } from 'typeorm';
import { IdentityCase } from '#models/identity-case';
import type { IdentityCasePorts } from '#workflows/activities';
import { caseRow, rank } from '../record-identity-case';
import { same } from './same';

export type Row = Parameters<IdentityCasePorts['recordIdentityCase']>[0];

/** One identity case as its history has it. @returns a line if something was put right */
export const rebuildCase = async (
  source: DataSource,
  rows: readonly Row[],
  areStillsDeleted: boolean,
): Promise<readonly string[]> => {
  const newest = rows.toSorted((a, b) => rank[a.state.phase] - rank[b.state.phase]).at(-1);
  if (!newest) return [];
  const cases = source.getRepository(IdentityCase);
  const known = await cases.findOneBy({ caseId: newest.state.caseId });
  const wanted = { ...caseRow(newest), ...(areStillsDeleted && { stills: [] }) };
  if (known && (rank[known.phase] > rank[wanted.phase] || same(known, wanted))) return [];
  await cases.upsert(wanted, ['caseId']);
  return ['case'];
};
