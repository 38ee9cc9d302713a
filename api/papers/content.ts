import { createHash } from 'node:crypto';
import { Paper } from '#models/paper';
import { newObjectKey } from '#models/storage/port';
import { StoredObject, type StoredKind } from '#models/stored-object';
import { publicPaper, type PublicPaper } from '#protocol/paper.schema';
import { z } from 'zod';
import type { Deps } from '../deps';
import { paperKey, type PaperKey } from './paper-source';

type Store = Pick<Deps, 'dataSource' | 'storage'>;

/** Images of a paper's texts as they were when it was uploaded. */
const imageOf = z.strictObject({ key: z.string(), width: z.number(), height: z.number() });
export const storedQuestions = z.strictObject({
  paper: publicPaper,
  images: z.record(z.string(), imageOf),
});
export type StoredQuestions = z.infer<typeof storedQuestions>;

export type PaperContent =
  | { readonly form: 'questions'; readonly stored: StoredQuestions; readonly kinds: QuestionKinds }
  | { readonly form: 'pdf'; readonly bytes: Buffer };
/** Kind of every question by its name: what an autosave is judged by. */
export type QuestionKinds = ReadonlyMap<string, PublicPaper['sections'][number]['questions'][number]['kind']>;

/** Bytes of papers kept in memory: a hall asks for one paper at one instant. */
const MOST_KEPT = 8;

export const kindsOf = (paper: PublicPaper): QuestionKinds =>
  new Map(paper.sections.flatMap(({ questions }) => questions.map(({ id, kind }) => [id, kind])));

/** Papers as candidates see them, decrypted once for all. A stored paper never changes. */
export function createPaperContents({ dataSource, storage }: Store) {
  const rows = new Map<string, Paper>();
  const kept = new Map<string, Promise<PaperContent>>();

  const row = async (paperId: string): Promise<Paper> => {
    const known = rows.get(paperId);
    if (known) return known;
    const found = await dataSource.getRepository(Paper).findOneByOrFail({ id: paperId });
    rows.set(paperId, found);
    return found;
  };

  const load = async (paper: Paper): Promise<PaperContent> => {
    const bytes = await storage.get(paper.contentKey);
    if (!bytes) throw new Error(`the content of paper ${paper.id} is not in storage`);
    if (paper.form === 'pdf') return { form: 'pdf', bytes };
    const stored = storedQuestions.parse(JSON.parse(bytes.toString('utf8')));
    return { form: 'questions', stored, kinds: kindsOf(stored.paper) };
  };

  const read = async (paperId: string): Promise<{ paper: Paper; content: PaperContent }> => {
    const paper = await row(paperId);
    const known = kept.get(paperId);
    if (known) return { paper, content: await known };
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    const loading = load(paper);
    kept.set(paperId, loading);
    loading.catch(() => kept.delete(paperId));
    return { paper, content: await loading };
  };

  /** The key, for those who mark: never kept, so that it is nowhere but where it is used. */
  const readKey = async (paperId: string): Promise<PaperKey> => {
    const { secretKey } = await row(paperId);
    const bytes = secretKey && (await storage.get(secretKey));
    return bytes ? paperKey.parse(JSON.parse(bytes.toString('utf8'))) : {};
  };

  return { read, readKey };
}
export type PaperContents = ReturnType<typeof createPaperContents>;

/** Keeps bytes encrypted; the row comes first, since a file without one would never be found again. */
export async function storeBytes(
  { dataSource, storage }: Store,
  given: {
    readonly bytes: Buffer;
    readonly kind: StoredKind;
    readonly mediaType: string;
    readonly sittingId: string | null;
    readonly now: number;
  },
): Promise<{ key: string; digest: string }> {
  const { bytes, kind, mediaType, sittingId, now } = given;
  const key = newObjectKey();
  const digest = createHash('sha256').update(bytes).digest('hex');
  await dataSource.getRepository(StoredObject).insert({
    ...{ key, kind, sittingId, mediaType, digest },
    bytes: bytes.length,
    createdAt: now,
    deletedAt: null,
  });
  await storage.put(key, bytes);
  return { key, digest };
}
