import type { DataSource, EntityManager } from 'typeorm';
import { AuditEntry } from '#models/audit-entry';
import { byOf, type CandidatePrincipal, type StaffPrincipal } from './access/principal';

export interface Audited {
  readonly by: CandidatePrincipal | StaffPrincipal;
  readonly at: number;
  readonly action: string;
  /** Id of what it was done to. */
  readonly subject: string;
  /** Ids, codes and times. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes down a look or a change, in its transaction or before it: what cannot be written down does not happen. */
export async function audit(store: DataSource | EntityManager, entry: Audited): Promise<void> {
  const { by, at, action, subject, details = {} } = entry;
  await store
    .getRepository(AuditEntry)
    .insert({ byWhom: byOf(by), at, action, subject, details: details as object });
}
