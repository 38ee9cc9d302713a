import { useTranslation } from 'react-i18next';
import { clockTime } from '../../i18n/times';
import { useDuration } from '../../i18n/use-duration';
import type { IconName } from '../../ui/icon-paths';
import { useServerClock } from '../../ui/server-clock';
import type { Reason, WallRow } from './wall-row';

interface Said {
  readonly icon: IconName;
  readonly text: string;
}

/** Says why somebody should look, in words. */
export function useReason(now: number): (reason: Reason) => Said {
  const { t } = useTranslation('proctored');
  const { t: staff } = useTranslation('staff');
  const { zone } = useServerClock();
  const duration = useDuration();
  const since = (at: number): string => duration(Math.max(1_000, now - at));
  return (reason) => {
    if (reason.kind === 'lasts') {
      const text = t('wall.lasts', { fact: t(`facts.${reason.fact}`), time: since(reason.since) });
      return { icon: 'alert', text };
    }
    if (reason.kind === 'stale')
      return { icon: 'camera-off', text: t('wall.stale', { time: since(reason.since) }) };
    const { code, icon, at, count, ms } = reason.note;
    const time = at === undefined ? duration(ms ?? 0) : clockTime(at, zone);
    return { icon, text: staff(`state.${code}`, { time, count }) };
  };
}

/** The one line under a tile: what needs a look first, else how far he is. */
export function useLine(now: number): (row: WallRow) => Said {
  const { t } = useTranslation('proctored');
  const sayReason = useReason(now);
  return ({ reasons, place }) => {
    const [first] = reasons;
    if (first) return sayReason(first);
    if (place === 'over') return { icon: 'check', text: t('wall.over') };
    return place === 'before'
      ? { icon: 'clock', text: t('wall.notBegun') }
      : { icon: 'check', text: t('wall.fine') };
  };
}
