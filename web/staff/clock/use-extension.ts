import { useState } from 'react';
import { useConsoleContext } from '../console/context';

export type Whom = 'one' | 'some' | 'all';

interface Extension {
  /** Sittings that got theirs before one was refused. */
  readonly done: readonly string[];
  readonly busy: boolean;
  /** True when everybody got his time. */
  readonly give: (whom: Whom, sittingIds: readonly string[], ms: number, reason: string) => Promise<boolean>;
}

/** More time for one, some or all: the room's own order for all, one order each for some. */
export function useExtension(): Extension {
  const { orders } = useConsoleContext();
  const [done, setDone] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const toEach = async (sittingIds: readonly string[], ms: number, reason: string): Promise<boolean> => {
    for (const sittingId of sittingIds) {
      if (!(await orders.toSitting(sittingId, { kind: 'extend', ms, reason }))) return false;
      setDone((known) => [...known, sittingId]);
    }
    return true;
  };
  const give: Extension['give'] = async (whom, sittingIds, ms, reason) => {
    setBusy(true);
    const given =
      whom === 'all'
        ? await orders.toRoom({ kind: 'extend', ms, reason })
        : await toEach(sittingIds, ms, reason);
    setBusy(false);
    return given;
  };
  return { done, busy, give };
}
