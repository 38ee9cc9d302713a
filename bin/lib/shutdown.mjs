// @ts-check
import { say } from './progress.mjs';

/**
 * Calls `stop` once when we are asked to end; a second request while it works is told to wait.
 * @param {() => Promise<void>} stop
 * @returns {() => boolean} whether we have been asked
 */
export function onStopRequest(stop) {
  let asked = false;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (asked) return say('Already stopping; waiting for the services to write everything down.');
      asked = true;
      stop().then(
        () => process.exit(0),
        (error) => {
          say(String(error.message));
          process.exit(1);
        },
      );
    });
  }
  return () => asked;
}
