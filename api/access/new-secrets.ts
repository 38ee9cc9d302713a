import { randomBytes, randomInt } from 'node:crypto';

/** OWASP's first choice for argon2id: about 40 ms on one core. */
export const argonCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Read aloud on the telephone: no letter that looks or sounds like another. */
const alphabet = 'abcdefghkmnpqrstuvwxyz23456789';
const word = (length: number) => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

/** A password of a member of staff: 58 bits. */
export const newPassword = (): string => `${word(4)}-${word(4)}-${word(4)}`;

/** A candidate's passcode: eight figures, typed on a telephone, with slow-downs before it. */
export const newPasscode = (): string => String(randomInt(10 ** 8)).padStart(8, '0');

/** Token of a personal link. */
export const newLinkToken = (): string => randomBytes(24).toString('base64url');

/** What stands in place of a hash while nobody was given a passcode: nothing fits it. */
export const NO_PASSCODE = '!';
