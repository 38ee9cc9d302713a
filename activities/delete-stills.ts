import { In } from 'typeorm';
import { IdentityCase } from '#models/identity-case';
import { StoredObject } from '#models/stored-object';
import type { IdentityCasePorts } from '#workflows/activities';
import type { Deps } from './deps';

/** Files first: a row that says "deleted" is then true, and a repeat finds nothing left to do. */
export const deleteStills =
  ({ database, storage, clock }: Deps): IdentityCasePorts['deleteStills'] =>
  async ({ caseId, keys }) => {
    for (const key of keys) await storage.delete(key);
    const source = await database();
    if (keys.length > 0) {
      await source
        .createQueryBuilder()
        .update(StoredObject)
        .set({ deletedAt: clock() })
        .where({ key: In([...keys]) })
        .andWhere('deleted_at IS NULL')
        .execute();
    }
    await source.getRepository(IdentityCase).update({ caseId }, { stills: [] });
  };
