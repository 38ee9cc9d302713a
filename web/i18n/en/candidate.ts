import type { candidate as zh } from '../zh/candidate';
import type { Texts } from '../texts';

export const candidate = {} satisfies Texts<typeof zh>;
