import type { DispatchedPaper } from '#contract/answers';
import type { Paper } from '#models/paper';
import { addressOf } from '../files';
import type { Parts } from '../parts';
import type { PaperContent } from './content';

/** A paper as its reader sees it. */
export function presentPaper(
  { env }: Pick<Parts, 'env'>,
  given: {
    readonly stepId: string;
    readonly paper: Paper;
    readonly content: PaperContent;
    readonly now: number;
  },
): DispatchedPaper {
  const { stepId, paper, content, now } = given;
  if (content.form === 'pdf') {
    const { title, pages } = paper;
    return { form: 'pdf', stepId, title, pages: pages ?? 1, bytes: content.bytes.length };
  }
  const images = Object.entries(content.stored.images).map(
    ([name, { key, width, height }]) => [name, { url: addressOf(env, key, now), width, height }] as const,
  );
  return { form: 'questions', stepId, paper: content.stored.paper, images: Object.fromEntries(images) };
}
