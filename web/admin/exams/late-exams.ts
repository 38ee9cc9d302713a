import { lazy } from 'react';
import { holds, type StaffRole } from '#protocol/policies';
import { moreTexts } from '../../i18n/start-texts';

export const opensExams = (role: StaffRole, pathname: string): boolean =>
  holds(role, 'configure exams') && /^\/admin\/(exams(\/|$)|staff\/?$)/.test(pathname);

export const lateExams = {
  Pages: lazy(async () => {
    const [{ OfficePages }] = await Promise.all([import('./OfficePages'), moreTexts('examOffice')]);
    return { default: OfficePages };
  }),
};
