import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live/use-live';
import { useConsoleContext } from '../console/context';

/** Turns `staff:<id>` into a name where that person is at a console of this room, else into a plain word. */
export function useStaffName(): (by: string) => string {
  const { t } = useTranslation('staff');
  const { me, view } = useConsoleContext();
  const present = useLive(view.store, (state) => state.staff);
  return useCallback(
    (by) => {
      const id = by.replace(/^staff:/, '');
      if (id === me.staffId) return me.name;
      return (
        [...present, ...view.start.staff].find((person) => person.staffId === id)?.name ?? t('colleague')
      );
    },
    [present, view.start.staff, me, t],
  );
}
