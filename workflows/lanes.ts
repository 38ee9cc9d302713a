import { ActivityFailure, ApplicationFailure, isCancellation, log, sleep } from '@temporalio/workflow';

/** After a part of ours stayed away for the whole bound of an activity. */
const AGAIN_AFTER_MS = 5_000;
/** What no repeat mends (lost rows) waits for somebody who does: each look is some events of history. */
const LONGEST_MS = 300_000;

export const codeOf = (thrown: unknown): string => {
  const cause = thrown instanceof ActivityFailure ? thrown.cause : thrown;
  return cause instanceof ApplicationFailure && cause.type ? cause.type : 'UNAVAILABLE';
};

const isFinal = (thrown: unknown): boolean =>
  thrown instanceof ActivityFailure && thrown.retryState === 'NON_RETRYABLE_FAILURE';

/** Runs `work` until it is done; only the run's own end stops it. Said once for each cause, and when it is over. */
export const untilDone = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  let said = '';
  for (let waitMs = AGAIN_AFTER_MS; ;) {
    try {
      const done = await work();
      if (said !== '') log.info('done at last', { what, code: said });
      return done;
    } catch (thrown) {
      if (isCancellation(thrown)) throw thrown;
      const code = codeOf(thrown);
      if (code !== said) log.error('asked in vain, asking again', { what, code });
      said = code;
      await sleep(waitMs);
      waitMs = isFinal(thrown) ? Math.min(waitMs * 2, LONGEST_MS) : AGAIN_AFTER_MS;
    }
  }
};
