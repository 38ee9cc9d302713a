import { lazy } from 'react';

/** The second phone needs it only while an exam runs elsewhere. */
export const lateStills = {
  Second: lazy(async () => ({ default: (await import('./SecondStills')).SecondStills })),
};
