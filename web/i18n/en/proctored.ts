import type { Texts } from '../texts';
import type { proctored as zh } from '../zh/proctored';

export const proctored: Texts<typeof zh> = {
  begin: 'Begin',
};
