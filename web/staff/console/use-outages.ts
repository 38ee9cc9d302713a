import { useEffect } from 'react';
import type { ConsoleRow } from '#protocol/live.schema';
import { useServerClock } from '../../ui/server-clock';
import { noteOutages, outages, type Outages } from './outages';
import { useKept } from './use-kept';

/** Outages of whoever is inside, as this console sees them come and go: what may be given back. */
export function useOutages(roomId: string, rows: readonly ConsoleRow[]): Outages {
  const { now } = useServerClock();
  const [known, become] = useKept<Outages>(`examhall.outages.${roomId}`, outages, {});
  useEffect(() => become((before) => noteOutages(before, rows, now())), [become, rows, now]);
  return known;
}
