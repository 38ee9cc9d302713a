import type { SlowDown } from '../access/throttle';

const MINUTE = 60_000;

/** Of one candidate or member of staff, wherever the tries come from. Staff can lift it. */
export const perAccount: SlowDown = { free: 6, firstMs: 2_000, maxMs: 10 * MINUTE, forgetMs: 60 * MINUTE };

/** Failures of one address: a whole school may sit behind it, so it is far wider. */
export const perAddress: SlowDown = { free: 60, firstMs: 1_000, maxMs: MINUTE, forgetMs: 15 * MINUTE };

/** Wrong codes of six figures from one address: guessing is hopeless, a hall behind one address is not stopped. */
export const perCodeTry: SlowDown = { free: 30, firstMs: 2_000, maxMs: 5 * MINUTE, forgetMs: 15 * MINUTE };

export const accountKey = (id: string): string => `login:${id}`;
export const addressKey = (address: string): string => `address:${address}`;
