import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { StoredObject } from '#models/stored-object';
import type { Storage } from '#models/storage/port';
import type { FlowDocument } from '#protocol/flow.schema';
import { questionPdfKey } from './published-flows';

const MOST_BYTES = 20_000_000;

/** Names of the PDF files that questions may name: those lying in the folder, not below or beside it. */
export async function listPdfs(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && /\.pdf$/i.test(entry.name));
  const usable = await Promise.all(files.map(({ name }) => isPdf(join(folder, name))));
  return new Set(files.filter((_, at) => usable[at]).map(({ name }) => name));
}

async function isPdf(path: string): Promise<boolean> {
  if ((await stat(path)).size > MOST_BYTES) return false;
  return (await readFile(path)).subarray(0, 5).toString('latin1') === '%PDF-';
}

/** Copies the PDFs of a flow into storage before its version is published. */
export async function storePdfs(
  manager: EntityManager,
  storage: Storage,
  folder: string,
  version: { readonly id: string; readonly document: FlowDocument; readonly publishedAt: number },
): Promise<void> {
  const questions = version.document.steps.flatMap((step) =>
    step.kind === 'interview' ? step.questions : [],
  );
  for (const pdf of new Set(questions.flatMap((question) => question.pdf ?? []))) {
    const content = await readFile(join(folder, pdf));
    const key = questionPdfKey(version.id, pdf);
    await storage.put(key, content);
    await manager.getRepository(StoredObject).insert({
      key,
      kind: 'question',
      sittingId: null,
      mediaType: 'application/pdf',
      bytes: content.length,
      digest: createHash('sha256').update(content).digest('hex'),
      createdAt: version.publishedAt,
      deletedAt: null,
    });
  }
}
