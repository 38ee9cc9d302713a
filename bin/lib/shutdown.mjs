// @ts-check
import { readFileSync } from 'node:fs';
import { say } from './progress.mjs';

/**
 * Calls `stop` once when we are asked to end; a second request while it works is told to wait.
 * @param {() => Promise<void>} stop
 * @returns {() => boolean} whether we have been asked
 */
export function onStopRequest(stop) {
  let asked = false;
  const signals = /** @type {NodeJS.Signals[]} */ ([
    'SIGINT',
    'SIGTERM',
    ...(ignoresHangUp() ? [] : ['SIGHUP']),
  ]);
  for (const signal of signals) {
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

/** Whoever starts us by `nohup` wants us to outlive the terminal; listening would undo that. */
function ignoresHangUp() {
  const ignored = /^SigIgn:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
  return (Number.parseInt(ignored.slice(-1), 16) & 1) === 1;
}
