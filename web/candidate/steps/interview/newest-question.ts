import type { StepViews } from '#steps/schemas';

type Dispatched = StepViews['interview']['questions'][number];

/** The question that wants to be looked at: the newest that was never opened. */
export function newestUnopened(questions: readonly Dispatched[]): string | null {
  const unopened = questions.filter(({ openedAt }) => openedAt === null);
  return [...unopened].sort((a, b) => a.dispatchedAt - b.dispatchedAt).at(-1)?.id ?? null;
}
