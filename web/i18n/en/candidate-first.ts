import { always } from './candidate/common';
import { entry } from './candidate/entry';

/** What signing in and the first steps say. */
export const candidateFirst = { ...always, ...entry };
