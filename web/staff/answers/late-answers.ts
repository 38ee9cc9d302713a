import { lazy } from 'react';
import { holds, type StaffRole } from '#protocol/policies';
import { moreTexts } from '../../i18n/start-texts';

/** `/staff/rooms/<id>/answers`: for who reads what was written in that room; null elsewhere. */
export const answersRoomOf = (role: StaffRole, pathname: string): string | null =>
  holds(role, 'read answers') ? (/^\/staff\/rooms\/(\w{26})\/answers\/?$/.exec(pathname)?.[1] ?? null) : null;

/** Answers are shown with the words of the candidate's own page. */
export const lateAnswers = {
  Page: lazy(async () => {
    const [{ AnswersPage }] = await Promise.all([
      import('./AnswersPage'),
      moreTexts('paperStaff'),
      moreTexts('paper'),
    ]);
    return { default: AnswersPage };
  }),
};
