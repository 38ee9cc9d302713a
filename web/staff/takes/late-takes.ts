import { lazy } from 'react';
import { holds, type StaffRole } from '#protocol/policies';
import { moreTexts } from '../../i18n/start-texts';

/** `/staff/rooms/<id>/takes`: for who reads what was answered in that room; null elsewhere. */
export const takesRoomOf = (role: StaffRole, pathname: string): string | null =>
  holds(role, 'read answers') ? (/^\/staff\/rooms\/(\w{26})\/takes\/?$/.exec(pathname)?.[1] ?? null) : null;

export const lateTakes = {
  Page: lazy(async () => {
    const [{ TakesPage }] = await Promise.all([import('./TakesPage'), moreTexts('recording')]);
    return { default: TakesPage };
  }),
};
