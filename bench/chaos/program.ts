/** How our programs are run: TypeScript as it is. */
export const TSX_ARGS = ['--import', 'tsx'] as const;

const PATIENCE_MS = 5_000;

export const answersOk = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    (response) => response.ok,
    () => false,
  );
