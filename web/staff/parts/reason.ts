const SHORTEST = 2;

/** What an order takes as a reason: a word or two at least. */
export const isReason = (text: string): boolean => text.trim().length >= SHORTEST;
