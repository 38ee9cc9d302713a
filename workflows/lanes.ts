import { ActivityFailure, ApplicationFailure, isCancellation, log, sleep } from '@temporalio/workflow';

/** After a part of ours stayed away for the whole bound of an activity. */
const AGAIN_AFTER_MS = 5_000;

export const codeOf = (thrown: unknown): string => {
  const cause = thrown instanceof ActivityFailure ? thrown.cause : thrown;
  return cause instanceof ApplicationFailure && cause.type ? cause.type : 'UNAVAILABLE';
};

/** Runs `work` until it is done; only the run's own end stops it. */
export const untilDone = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await work();
    } catch (thrown) {
      if (isCancellation(thrown)) throw thrown;
      log.error('asked in vain, asking again', { what, code: codeOf(thrown) });
      await sleep(AGAIN_AFTER_MS);
    }
  }
};
