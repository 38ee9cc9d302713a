import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ulid } from 'ulid';
import { Flow } from '#models/flow';
import { FlowVersion } from '#models/flow-version';
import { rehearsalFlow } from './rehearsal-flow';

/** Keys of such flows begin with a sign that no administrator's key has; lists leave them out. */
export const REHEARSAL_FLOW = '~';

/** The version that rehearsals of exams with `sourceId` carry; made once, found by its content. */
export async function rehearsalVersion(
  manager: EntityManager,
  sourceId: string,
  now: number,
): Promise<string> {
  const source = await manager.findOneByOrFail(FlowVersion, { id: sourceId });
  const document = rehearsalFlow(source.document);
  const digest = createHash('sha256').update(JSON.stringify(document)).digest('hex');
  const key = `${REHEARSAL_FLOW}${sourceId}`;
  await manager.createQueryBuilder().insert().into(Flow).values({ id: ulid(), key }).orIgnore().execute();
  const flow = await manager.findOneByOrFail(Flow, { key });
  const known = await manager.findOneBy(FlowVersion, { flowId: flow.id, digest });
  if (known) return known.id;
  const number = (await manager.countBy(FlowVersion, { flowId: flow.id })) + 1;
  const fresh = {
    ...{ id: ulid(), flowId: flow.id, number, yaml: '', document, digest },
    ...{ publishedAt: now, publishedBy: 'system' },
  };
  await manager
    .createQueryBuilder()
    .insert()
    .into(FlowVersion)
    .values(fresh as object)
    .orIgnore()
    .execute();
  return (await manager.findOneByOrFail(FlowVersion, { flowId: flow.id, digest })).id;
}
