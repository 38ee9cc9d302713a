/** Of the picture, by position: both together leave a narrow line room for the exam; what is not sent at once waits. */
export const BITS_PER_SECOND = { 1: 750_000, 2: 450_000 } as const;
