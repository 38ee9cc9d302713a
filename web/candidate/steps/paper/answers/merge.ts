import type { Answer, Answers } from '#protocol/paper.schema';

/** A question that was changed here and elsewhere. Nothing is lost: the one that does not count stays beside it. */
export interface Clash {
  readonly question: string;
  readonly mine: Answer;
  readonly theirs: Answer;
}

export interface Merged {
  /** What of mine still waits to be saved, now on top of the server's state. */
  readonly pending: Answers;
  readonly clashes: readonly Clash[];
}

const same = (a: Answer | undefined, b: Answer | undefined): boolean =>
  JSON.stringify([a?.value ?? null, a?.marked ?? false]) ===
  JSON.stringify([b?.value ?? null, b?.marked ?? false]);

const sameValue = (a: Answer, b: Answer): boolean => JSON.stringify(a.value) === JSON.stringify(b.value);

interface Sides {
  /** The server's answers that `pending` was written on. */
  readonly before: Answers;
  readonly pending: Answers;
  /** The server's answers now. */
  readonly theirs: Answers;
}

/**
 * Brings my unsaved changes onto the server's newer state, question by question. What only one side changed is kept as
 * it is; where both did, the later one counts.
 */
export function merge({ before, pending, theirs }: Sides): Merged {
  const kept: Record<string, Answer> = {};
  const clashes: Clash[] = [];
  for (const [question, mine] of Object.entries(pending)) {
    const other = theirs[question];
    if (other && same(mine, other)) continue;
    const onlyMine = !other || same(other, before[question]);
    if (onlyMine || mine.at >= other.at) kept[question] = mine;
    if (!onlyMine && !sameValue(mine, other)) clashes.push({ question, mine, theirs: other });
  }
  return { pending: kept, clashes };
}
