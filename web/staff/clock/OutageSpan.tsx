import type { Proposal } from '#protocol/outages';
import { clockSeconds } from '../../i18n/times';
import { useDuration } from '../../i18n/use-duration';
import { useServerClock } from '../../ui/server-clock';
import { useDevices } from './use-devices';

/** One proposal in a line: when, how long, whose devices, and what is left of it where something covers a part. */
export function OutageSpan({ owed }: { readonly owed: Proposal }) {
  const devices = useDevices();
  const { zone } = useServerClock();
  const duration = useDuration();
  const { from, to, ms, positions } = owed;
  return (
    <>
      {clockSeconds(from, zone)} – {clockSeconds(to, zone)} · {duration(ms)} · {devices(positions)}
    </>
  );
}
