import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { ConsoleRow } from '#protocol/live.schema';
import { clockSeconds, elapsed } from '../../i18n/times';
import { useDuration } from '../../i18n/use-duration';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { useServerClock, useServerNow } from '../../ui/server-clock';
import { useConsoleContext } from '../console/context';
import { notGivenBack } from '../console/outages';

interface OutageBannerProps {
  readonly row: ConsoleRow;
  readonly onCredit: () => void;
}

/** The candidate's page fell silent while his clock ran: for how long, and that it can be given back. */
export function OutageBanner({ row, onCredit }: OutageBannerProps) {
  const { t } = useTranslation('staff');
  const duration = useDuration();
  const { zone } = useServerClock();
  const { me, outages } = useConsoleContext();
  const last = notGivenBack(row, outages).at(-1);
  if (!last) return null;
  if (last.to === null) return <Gone row={row} since={last.from} />;
  const words = {
    time: duration(last.to - last.from),
    from: clockSeconds(last.from, zone),
    to: clockSeconds(last.to, zone),
  };
  return (
    <Banner
      mood="warn"
      icon="wifi-off"
      title={t('clock.wasGone', words)}
      action={
        holds(me.role, 'give time') && (
          <Button size="small" aria-haspopup="dialog" onClick={onCredit}>
            {t('clock.offer')}
          </Button>
        )
      }
    >
      {t('clock.wasGoneNote', words)}
    </Banner>
  );
}

function Gone({ row, since }: { readonly row: ConsoleRow; readonly since: number }) {
  const { t } = useTranslation('staff');
  const now = useServerNow();
  return (
    <Banner
      mood="warn"
      icon="wifi-off"
      title={t('clock.isGone', { name: row.name, time: elapsed(now - since) })}
    >
      {t('clock.isGoneNote')}
    </Banner>
  );
}
