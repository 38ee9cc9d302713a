import { useEffect, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Pill } from '../../ui/Pill';

interface BatteryPillProps {
  readonly battery: RefObject<{ readonly level: number } | null>;
}

const LOOK_MS = 15_000;
const LOW_PERCENT = 35;

/** Where the browser does not tell (iPhones), the charger is asked for all the same. */
export function BatteryPill({ battery }: BatteryPillProps) {
  const { t } = useTranslation('candidate');
  const [percent, setPercent] = useState<number | null>(null);
  useEffect(() => {
    const look = (): void => setPercent(battery.current ? Math.round(battery.current.level * 100) : null);
    const soon = setTimeout(look, 500);
    const timer = setInterval(look, LOOK_MS);
    return () => {
      clearTimeout(soon);
      clearInterval(timer);
    };
  }, [battery]);
  if (percent === null) return <Pill icon="battery">{t('secondPage.plugIn')}</Pill>;
  const low = percent < LOW_PERCENT;
  return (
    <Pill icon="battery" mood={low ? 'warn' : 'ok'}>
      {t(low ? 'secondPage.batteryLow' : 'secondPage.battery', { percent })}
    </Pill>
  );
}
