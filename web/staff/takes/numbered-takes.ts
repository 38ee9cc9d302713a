import type { RecordedTake } from '#contract/takes';

export interface NumberedTake {
  readonly recorded: RecordedTake;
  /** 1, 2, … in the order in which the questions were answered. */
  readonly question: number;
}

/** All takes of all steps, oldest first, by the number of their question. */
export function numbered(
  steps: readonly { readonly stepId: string; readonly takes: readonly RecordedTake[] }[],
): readonly NumberedTake[] {
  const known: string[] = [];
  return steps.flatMap(({ stepId, takes }) =>
    takes.map((recorded) => {
      const key = `${stepId}/${recorded.take.question}`;
      if (!known.includes(key)) known.push(key);
      return { recorded, question: known.indexOf(key) + 1 };
    }),
  );
}

/** The one that was chosen; before that the first that counts, else the last complete one, else the last. */
export function chosenOf(takes: readonly NumberedTake[], id: string | null): NumberedTake | null {
  return (
    takes.find(({ recorded }) => recorded.take.id === id) ??
    takes.find(({ recorded }) => recorded.counts) ??
    takes.findLast(({ recorded }) => recorded.take.status === 'complete') ??
    takes.at(-1) ??
    null
  );
}
