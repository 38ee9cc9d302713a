import { In, IsNull, Not, type DataSource } from 'typeorm';
import { AuditEntry } from '#models/audit-entry';
import { Candidate } from '#models/candidate';
import { Score } from '#models/score';
import { Sitting } from '#models/sitting';
import type { Storage } from '#models/storage/port';
import { StoredObject } from '#models/stored-object';
import { Take } from '#models/take';
import { sources, takeSources } from './sources';

export interface Line {
  readonly kind: string;
  readonly body: object;
}

/** All that is kept of one sitting: who sat, what happened, what was handed in, and the evidence itself. */
export async function* linesOfSitting(
  dataSource: DataSource,
  storage: Storage,
  { id: sittingId, candidateId, ...sitting }: Sitting,
): AsyncGenerator<Line> {
  const { staffView: _, ...kept } = sitting;
  const candidate = await candidateOf(dataSource, candidateId);
  yield { kind: 'sitting', body: { id: sittingId, ...kept, candidate } };
  for (const { kind, entity, order } of sources) {
    const sorted = Object.fromEntries(order.map((column) => [column, 'ASC' as const]));
    for (const row of await dataSource.getRepository(entity).find({ where: { sittingId }, order: sorted }))
      yield { kind, body: row };
  }
  const takes = await dataSource.getRepository(Take).find({ where: { sittingId }, select: { id: true } });
  const takeId = In(takes.map(({ id }) => id));
  for (const { kind, entity } of takeSources)
    for (const row of await dataSource.getRepository(entity).findBy({ takeId })) yield { kind, body: row };
  const sealed = { sittingId, sealedAt: Not(IsNull()) };
  for (const row of await dataSource.getRepository(Score).findBy(sealed)) yield { kind: 'score', body: row };
  const looks = await dataSource
    .getRepository(AuditEntry)
    .find({ where: { subject: sittingId }, order: { id: 'ASC' } });
  for (const row of looks) yield { kind: 'audit', body: row };
  yield* evidenceOf(dataSource, storage, sittingId);
}

/** Without what he proves himself with: hashes of passcodes and links are nobody's business afterwards. */
async function candidateOf(dataSource: DataSource, id: string): Promise<object | null> {
  const select = { id: true, ticket: true, name: true, idNumberMasked: true, extraMinutes: true } as const;
  return dataSource
    .getRepository(Candidate)
    .findOne({ where: { id }, select: { ...select, photoKey: true } });
}

/** Pictures, sheets and cards, with their bytes in base64; of what was deleted by its period, the digest only. */
async function* evidenceOf(
  dataSource: DataSource,
  storage: Storage,
  sittingId: string,
): AsyncGenerator<Line> {
  const rows = await dataSource
    .getRepository(StoredObject)
    .find({ where: { sittingId }, order: { createdAt: 'ASC', key: 'ASC' } });
  for (const row of rows) {
    const bytes = row.deletedAt === null ? await storage.get(row.key) : null;
    yield { kind: 'evidence', body: { ...row, content: bytes?.toString('base64') ?? null } };
  }
}
