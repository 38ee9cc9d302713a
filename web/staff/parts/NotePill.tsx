import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { clockTime } from '../../i18n/times';
import { Pill } from '../../ui/Pill';
import { useServerClock } from '../../ui/server-clock';
import { noteOf } from '../console/row-state';

/** What a candidate is doing, or what he needs, as icon, word and colour. */
export function NotePill({ row }: { readonly row: ConsoleRow }) {
  const { t } = useTranslation('staff');
  const { zone } = useServerClock();
  const { code, mood, icon, at, count } = noteOf(row);
  const time = at === undefined ? '' : clockTime(at, zone);
  return (
    <Pill icon={icon} mood={mood}>
      {t(`state.${code}`, { time, count })}
    </Pill>
  );
}
