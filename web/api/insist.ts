import { isPassing, type No, type Result } from './result';
import { spreadDelay } from './retry';

interface InsistOptions {
  readonly signal: AbortSignal;
  /** Told before each wait, so that the page can say what it is waiting for. */
  readonly onWait?: (no: No, attempt: number) => void;
}

/** Waits, but no longer than until the browser says that the network is back. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', finish);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    window.addEventListener('online', finish);
    signal.addEventListener('abort', finish);
  });
}

/** Asks until the server gives an answer or a refusal that waiting does not change. Null when given up. */
export async function insist<T>(
  ask: () => Promise<Result<T>>,
  options: InsistOptions,
): Promise<Result<T> | null> {
  for (let attempt = 0; !options.signal.aborted; attempt += 1) {
    const result = await ask();
    if (options.signal.aborted) return null;
    if (result.ok || !isPassing(result.no)) return result;
    options.onWait?.(result.no, attempt);
    await pause(spreadDelay(attempt, Math.random), options.signal);
  }
  return null;
}
