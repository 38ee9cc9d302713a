/** Between two attempts a candidate reads what to change; within one, poses follow each other quickly. */
const PAUSE_MS = 10_000;

/** Index of the first still of the last attempt: the one that faces the camera. 0 where there is none. */
export function firstOfLastAttempt(stills: readonly { readonly at: number }[]): number {
  const starts = stills.flatMap(({ at }, index) => {
    const before = stills[index - 1];
    return !before || at - before.at > PAUSE_MS ? [index] : [];
  });
  return starts.at(-1) ?? 0;
}
