import { lazy } from 'react';
import { holds, type StaffRole } from '#protocol/policies';
import { moreTexts } from '../../i18n/start-texts';

export const opensPapers = (role: StaffRole, pathname: string): boolean =>
  holds(role, 'configure exams') && /^\/admin\/papers\/?$/.test(pathname);

/** Papers are shown with the words of the candidate's own pages. */
export const latePapers = {
  Page: lazy(async () => {
    const [{ PapersPage }] = await Promise.all([
      import('./PapersPage'),
      moreTexts('paperAdmin'),
      moreTexts('paperStaff'),
      moreTexts('paper'),
      moreTexts('candidate'),
      moreTexts('candidateLate'),
    ]);
    return { default: PapersPage };
  }),
};
