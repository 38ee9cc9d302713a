import { always } from './candidate/common';
import { entry } from './candidate/entry';
import { exam } from './candidate/exam';
import { steps } from './candidate/steps';

export const candidate = { ...always, ...entry, ...steps, ...exam } as const;
