import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { clockTime, countdown } from '../../i18n/times';
import { useDuration } from '../../i18n/use-duration';
import { Pill } from '../../ui/Pill';
import { useServerClock, useServerNow } from '../../ui/server-clock';
import { useConsoleContext } from '../console/context';
import { lookOf, noteOf } from '../console/row-state';

/** What a candidate is doing, or what he needs, as icon, word and colour. */
export function NotePill({ row }: { readonly row: ConsoleRow }) {
  const { t } = useTranslation('staff');
  const { zone } = useServerClock();
  const duration = useDuration();
  const { me, unread } = useConsoleContext();
  const { code, mood, icon, at, until, count, ms } = noteOf(row, lookOf(me.role, unread.counts, row));
  const time = at === undefined ? duration(ms ?? 0) : clockTime(at, zone);
  return (
    <Pill icon={icon} mood={mood}>
      {t(`state.${code}`, { time, count })}
      {until !== undefined && <Until until={until} />}
    </Pill>
  );
}

function Until({ until }: { readonly until: number }) {
  const now = useServerNow();
  return <> {countdown(until - now)}</>;
}
