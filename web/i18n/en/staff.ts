import type { staff as zh } from '../zh/staff';
import type { Texts } from '../texts';

export const staff = {} satisfies Texts<typeof zh>;
