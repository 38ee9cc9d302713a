import { lazy } from 'react';
import { holds, type StaffRole } from '#protocol/policies';
import { moreTexts } from '../i18n/start-texts';

/** Support begins at its list; who else may answer calls finds it by its address. */
export const opensSupport = (role: StaffRole, pathname: string): boolean =>
  holds(role, 'answer calls for help') &&
  (/^\/staff\/support\/?$/.test(pathname) || (role === 'support' && /^\/staff\/?$/.test(pathname)));

export const lateSupport = {
  Page: lazy(async () => {
    const [{ SupportPage }] = await Promise.all([import('./SupportPage'), moreTexts('support')]);
    return { default: SupportPage };
  }),
};
