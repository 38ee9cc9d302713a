// @ts-check
import { setTimeout as wait } from 'node:timers/promises';

/**
 * How to find out that a service lives but does not do its work.
 * @typedef {object} Watch
 * @property {() => Promise<boolean>} asks a real question, with a deadline of its own: whether the answer is right
 * @property {number} everyMs
 * @property {number} failures so many in a row, and it is ended
 */

/**
 * Asks while `goes()`. One bad answer is no reason: a busy machine gives one, too.
 * @param {Watch} watch
 * @param {{ goes: () => boolean, onFailing: (times: number) => void }} options `onFailing` ends the watch, too
 */
export async function watchOver({ asks, everyMs, failures }, { goes, onFailing }) {
  let inARow = 0;
  for (;;) {
    // Whoever only waits to ask again keeps no program alive.
    await wait(everyMs, undefined, { ref: false });
    if (!goes()) return;
    inARow = (await asks()) ? 0 : inARow + 1;
    if (!goes()) return;
    if (inARow >= failures) return onFailing(inARow);
  }
}
