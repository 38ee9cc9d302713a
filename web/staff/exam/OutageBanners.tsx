import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { ConsoleRow, MeasuredOutage } from '#protocol/live.schema';
import type { Proposal } from '#protocol/outages';
import { clockSeconds, elapsed } from '../../i18n/times';
import { useDuration } from '../../i18n/use-duration';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { useServerClock, useServerNow } from '../../ui/server-clock';
import { creditOf } from '../clock/credit';
import { useDevices } from '../clock/use-devices';
import { useConsoleContext } from '../console/context';
import { owedTo } from '../console/row-state';

interface OutageBannersProps {
  readonly row: ConsoleRow;
  /** Opens what is more than one press: a part, another cause, or nothing. */
  readonly onCredit: () => void;
}

/** Devices that fell silent while the clock ran: for how long, and that it can be given back with one press. */
export function OutageBanners({ row, onCredit }: OutageBannersProps) {
  const gone = (row.outages ?? []).find(({ to }) => to === null);
  return (
    <>
      {gone && <Gone row={row} outage={gone} />}
      {owedTo(row).map((owed) => (
        <Owed key={owed.outages[0]} row={row} owed={owed} onCredit={onCredit} />
      ))}
    </>
  );
}

interface OwedProps extends OutageBannersProps {
  readonly owed: Proposal;
}

function Owed({ row, owed, onCredit }: OwedProps) {
  const { t } = useTranslation('staff');
  const duration = useDuration();
  const { zone } = useServerClock();
  const devices = useDevices();
  const { me, orders } = useConsoleContext();
  const words = {
    time: duration(owed.ms),
    from: clockSeconds(owed.from, zone),
    to: clockSeconds(owed.to, zone),
    device: devices(owed.positions),
  };
  const give = (): void => {
    const order = creditOf(owed, owed.ms, 'candidate-outage', t('clock.reasons.candidate-outage'));
    void orders.toSitting(row.sittingId, order);
  };
  return (
    <Banner
      mood="warn"
      icon="wifi-off"
      role="status"
      title={t('clock.wasGone', words)}
      action={
        holds(me.role, 'give time') && (
          <>
            <Button size="small" icon="undo" busy={orders.busy === 'credit'} onClick={give}>
              {t('clock.giveBack', words)}
            </Button>
            <Button size="small" kind="ink" aria-haspopup="dialog" onClick={onCredit}>
              {t('clock.offer')}
            </Button>
          </>
        )
      }
    >
      {t('clock.wasGoneNote', words)}
    </Banner>
  );
}

function Gone({ row, outage }: { readonly row: ConsoleRow; readonly outage: MeasuredOutage }) {
  const { t } = useTranslation('staff');
  const now = useServerNow();
  const device = useDevices()([outage.position]);
  return (
    <Banner
      mood="warn"
      icon="wifi-off"
      title={t('clock.isGone', { name: row.name, device, time: elapsed(now - outage.from) })}
    >
      {t('clock.isGoneNote')}
    </Banner>
  );
}
