import { lazy } from 'react';
import { holds, type StaffRole } from '#protocol/policies';
import { moreTexts } from '../i18n/start-texts';

/** Administrators find it beside the flows, support beside its calls. */
export const opensRehearsals = (role: StaffRole, pathname: string): boolean =>
  holds(role, 'see rehearsals') && /^\/(admin|staff)\/rehearsals\/?$/.test(pathname);

/** For those who may take archives, beside the flows or beside the rooms. */
export const opensArchives = (role: StaffRole, pathname: string): boolean =>
  holds(role, 'take archives') && /^\/(admin|staff)\/archives\/?$/.test(pathname);

/** `/staff/rooms/<id>/results`: for those to whom the sheets of that room are open; null elsewhere. */
export const resultRoomOf = (role: StaffRole, pathname: string): string | null =>
  holds(role, 'collect score sheets')
    ? (/^\/staff\/rooms\/(\w{26})\/results\/?$/.exec(pathname)?.[1] ?? null)
    : null;

export const lateOffice = {
  Results: lazy(async () => {
    const [{ ResultsPage }] = await Promise.all([import('./results/ResultsPage'), moreTexts('results')]);
    return { default: ResultsPage };
  }),
  Archives: lazy(async () => {
    const [{ ArchivesPage }] = await Promise.all([import('./ArchivesPage'), moreTexts('archive')]);
    return { default: ArchivesPage };
  }),
  Rehearsals: lazy(async () => {
    const [{ RehearsalsPage }] = await Promise.all([import('./RehearsalsPage'), moreTexts('rehearsal')]);
    return { default: RehearsalsPage };
  }),
};
