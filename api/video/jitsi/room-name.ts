import { createHmac } from 'node:crypto';
import { stageIdOf, type StageKey } from '../stage';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 26;

/**
 * The Jitsi room of a stage: a fresh one for each candidate, stage and interview, lower-case as Jitsi wants it,
 * and not to be guessed from ids. The same key always gives the same room, so nothing is stored.
 */
export function roomNameOf(key: StageKey, secret: Buffer): string {
  const digest = createHmac('sha256', secret)
    .update(`jitsi-room:${stageIdOf(key)}`)
    .digest();
  return `e${Array.from(digest.subarray(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('')}`;
}
