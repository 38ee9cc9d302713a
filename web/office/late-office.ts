import { lazy } from 'react';
import { holds, type StaffRole } from '#protocol/policies';
import { moreTexts } from '../i18n/start-texts';

/** Administrators find it beside the flows, support beside its calls. */
export const opensRehearsals = (role: StaffRole, pathname: string): boolean =>
  holds(role, 'see rehearsals') && /^\/(admin|staff)\/rehearsals\/?$/.test(pathname);

export const lateOffice = {
  Rehearsals: lazy(async () => {
    const [{ RehearsalsPage }] = await Promise.all([import('./RehearsalsPage'), moreTexts('rehearsal')]);
    return { default: RehearsalsPage };
  }),
};
