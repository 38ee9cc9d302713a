import { exam } from './candidate/exam';
import { steps } from './candidate/steps';

/** What the pages say whose code comes separately. */
export const candidateLate = { ...steps, ...exam };
