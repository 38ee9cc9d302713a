import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { FlowVersion } from '#models/flow-version';
import type { FlowDocument } from '#protocol/flow.schema';
import { AppError } from '../errors';

/** Published versions never change, so what was read once is true for ever. */
const MOST_KEPT = 200;

/** @throws AppError NOT_FOUND for a version that does not exist */
export function createPublishedFlows(dataSource: DataSource) {
  const kept = new Map<string, FlowDocument>();
  return async (flowVersionId: string): Promise<FlowDocument> => {
    const known = kept.get(flowVersionId);
    if (known) return known;
    const version = await dataSource.getRepository(FlowVersion).findOneBy({ id: flowVersionId });
    if (!version) throw new AppError('NOT_FOUND');
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(flowVersionId, version.document);
    return version.document;
  };
}
export type PublishedFlows = ReturnType<typeof createPublishedFlows>;

/** Where storage keeps a version's copy of a PDF: a file changed later changes no published question. */
export const questionPdfKey = (flowVersionId: string, pdf: string): string =>
  createHash('sha256').update(`question\n${flowVersionId}\n${pdf}`).digest('base64url');
