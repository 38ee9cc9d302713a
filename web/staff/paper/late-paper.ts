import { lazy } from 'react';
import { moreTexts } from '../../i18n/start-texts';

/** The hall of a written exam, for consoles whose flow has one. */
export const latePaper = {
  Face: lazy(async () => {
    const [{ PaperFace }] = await Promise.all([import('./PaperFace'), moreTexts('paperStaff')]);
    return { default: PaperFace };
  }),
};
