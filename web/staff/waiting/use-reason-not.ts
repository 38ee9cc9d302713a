import { useTranslation } from 'react-i18next';
import { clockTime } from '../../i18n/times';
import { useServerClock } from '../../ui/server-clock';
import { useConsoleContext } from '../console/context';
import { useStaffName } from '../parts/use-staff-name';
import type { InviteState } from './invite-state';

/** Why no invitation can be given now; null when it can. */
export function useReasonNot(now: InviteState): string | null {
  const { t } = useTranslation('staff');
  const { nameOf } = useConsoleContext();
  const staffName = useStaffName();
  const { zone } = useServerClock();
  switch (now.state) {
    case 'next':
    case 'early':
    case 'silent':
    case 'call-in':
      return null;
    case 'not-waiting':
      return t('act.notWaiting');
    case 'paused':
      return t('act.roomPaused');
    case 'closed':
      return t('act.roomClosed');
    case 'must-call':
      return t('act.mustCall');
    case 'invited':
      return t('act.invitedNow');
    case 'away':
      return t('act.away', { time: clockTime(now.until, zone) });
    case 'inside':
      return t('act.insideBusy', { name: nameOf(now.sittingId) });
    case 'occupied':
      return t('act.occupied', {
        by: staffName(now.by),
        time: clockTime(now.since, zone),
        name: nameOf(now.sittingId),
      });
  }
}
