import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { ulid } from 'ulid';
import { Flow } from '#models/flow';
import { FlowVersion } from '#models/flow-version';
import type { FlowDocument } from '#protocol/flow.schema';
import { byOf, type StaffPrincipal } from '../access/principal';
import { audit } from '../audit';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { storePdfs } from './question-pdfs';

export interface Publication {
  readonly key: string;
  readonly yaml: string;
  readonly document: FlowDocument;
  readonly by: StaffPrincipal;
  readonly at: number;
}

/**
 * Publishes the next version of a flow, and a new flow where the key is new.
 * @throws AppError VERSION_PUBLISHED when the newest version says exactly this
 */
export async function publishFlow(parts: Parts, wanted: Publication): Promise<FlowVersion> {
  const { dataSource, storage, env } = parts;
  await addFlow(dataSource, wanted.key);
  return dataSource.transaction(async (manager) => {
    // Two who publish at once get two numbers: the second waits for the row.
    const flow = await manager
      .getRepository(Flow)
      .findOneOrFail({ where: { key: wanted.key }, lock: { mode: 'pessimistic_write' } });
    const version = await nextVersion(manager, flow.id, wanted);
    await storePdfs(manager, storage, env.FLOWS_DIR, version);
    await manager.getRepository(FlowVersion).insert(version as object);
    const details = { key: wanted.key, number: version.number, digest: version.digest };
    await audit(manager, {
      by: wanted.by,
      at: wanted.at,
      action: 'flow.publish',
      subject: version.id,
      details,
    });
    return version;
  });
}

/** Outside of the transaction: two that insert and then lock the same row would wait for each other. */
async function addFlow(dataSource: DataSource, key: string): Promise<void> {
  const flows = dataSource.getRepository(Flow);
  await flows.createQueryBuilder().insert().values({ id: ulid(), key }).orIgnore().execute();
}

async function nextVersion(
  manager: EntityManager,
  flowId: string,
  wanted: Publication,
): Promise<FlowVersion> {
  const { yaml, document, by, at } = wanted;
  const digest = createHash('sha256').update(yaml).digest('hex');
  const versions = manager.getRepository(FlowVersion);
  const last = await versions.findOne({
    where: { flowId },
    order: { number: 'DESC' },
    select: { id: true, number: true, digest: true },
  });
  if (last?.digest === digest) throw new AppError('VERSION_PUBLISHED', { number: last.number });
  const number = (last?.number ?? 0) + 1;
  return versions.create({
    id: ulid(),
    flowId,
    number,
    yaml,
    document,
    digest,
    publishedAt: at,
    publishedBy: byOf(by),
  });
}
