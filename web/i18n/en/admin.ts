import type { admin as zh } from '../zh/admin';
import type { Texts } from '../texts';

export const admin = {} satisfies Texts<typeof zh>;
