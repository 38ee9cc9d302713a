import { useEffect, useRef, type RefObject } from 'react';
import { batteryOf } from './device-report';

type Battery = Awaited<ReturnType<typeof batteryOf>>;

/** The battery as a ref: it is read when a report is due and never makes a page render. */
export function useBattery(): RefObject<Battery> {
  const battery = useRef<Battery>(null);
  useEffect(() => {
    void batteryOf(navigator).then((found) => {
      battery.current = found;
    });
  }, []);
  return battery;
}
