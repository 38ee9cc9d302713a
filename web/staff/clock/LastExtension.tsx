import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { clockSeconds } from '../../i18n/times';
import { useDuration } from '../../i18n/use-duration';
import { Banner } from '../../ui/Banner';
import { useServerClock } from '../../ui/server-clock';
import { useStaffName } from '../parts/use-staff-name';

/** Two who add time at once would both be heard: so the second reads what the first has given. */
export function LastExtension({ row }: { readonly row: ConsoleRow }) {
  const { t } = useTranslation('staff');
  const { zone } = useServerClock();
  const duration = useDuration();
  const nameOf = useStaffName();
  const last = (row.staff?.view.clock?.ledger ?? []).findLast((entry) => entry.kind === 'extension');
  if (!last) return null;
  const words = { name: nameOf(last.by), time: clockSeconds(last.at, zone), ms: duration(last.ms) };
  return <Banner role="status">{t('clock.lastExtension', words)}</Banner>;
}
