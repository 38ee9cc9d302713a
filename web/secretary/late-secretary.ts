import { lazy } from 'react';
import { holds, type StaffRole } from '#protocol/policies';
import { moreTexts } from '../i18n/start-texts';

/** `/staff/rooms/<id>/record`: for who keeps the record of that room; null elsewhere. */
export const recordRoomOf = (role: StaffRole, pathname: string): string | null =>
  holds(role, 'keep the interview record')
    ? (/^\/staff\/rooms\/(\w{26})\/record\/?$/.exec(pathname)?.[1] ?? null)
    : null;

export const lateSecretary = {
  Page: lazy(async () => {
    const [{ SecretaryPage }] = await Promise.all([import('./SecretaryPage'), moreTexts('secretary')]);
    return { default: SecretaryPage };
  }),
};
