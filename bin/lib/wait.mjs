// @ts-check
import { connect } from 'node:net';
import { sleep } from './run.mjs';

/**
 * Asks again and again until the answer is yes.
 * @param {() => Promise<boolean> | boolean} question
 * @param {{ timeoutMs: number, everyMs?: number, what: string, giveUp?: () => string | undefined }} options
 *   `giveUp` returns why waiting has become pointless
 */
export async function waitUntil(question, options) {
  const end = Date.now() + options.timeoutMs;
  while (!(await question())) {
    const reason = options.giveUp?.();
    if (reason) throw new Error(`${options.what}: ${reason}`);
    if (Date.now() > end)
      throw new Error(`${options.what}: no answer within ${Math.round(options.timeoutMs / 1000)} s`);
    await sleep(options.everyMs ?? 100);
  }
}

/**
 * Connects, says `send` where given, and judges the first bytes that come back.
 * @param {number} port
 * @param {{ send?: string, expect: (reply: Buffer) => boolean, timeoutMs?: number }} talk
 * @returns {Promise<boolean>}
 */
export function answers(port, talk) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const end = (/** @type {boolean} */ verdict) => {
      socket.destroy();
      resolve(verdict);
    };
    socket.setTimeout(talk.timeoutMs ?? 2000, () => end(false));
    socket.on('error', () => end(false));
    socket.on('close', () => resolve(false));
    socket.on('connect', () => talk.send && socket.write(talk.send));
    socket.once('data', (reply) => end(talk.expect(reply)));
  });
}
