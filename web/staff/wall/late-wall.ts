import { lazy } from 'react';
import { moreTexts } from '../../i18n/start-texts';

/** The wall of exams that run elsewhere, for consoles whose flow has one. */
export const lateWall = {
  Face: lazy(async () => {
    const [{ WallFace }] = await Promise.all([import('./WallFace'), moreTexts('proctored')]);
    return { default: WallFace };
  }),
};
