import type { RefusalTexts } from '../refusal-texts';
import { refusalsFirst } from './refusals-first';
import { refusalsOffice } from './refusals-office';

/** All of them: for the compiler, and for tests. */
export const refusals = { ...refusalsFirst, ...refusalsOffice } as const satisfies RefusalTexts;
