import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import { claimPosition, home as homeEndpoint } from '#contract/sitting';
import type { Call } from '../../api/client';
import { insist } from '../../api/insist';
import { useApi } from '../../api/ApiProvider';
import type { No } from '../../api/result';

export type Home = z.infer<typeof homeEndpoint.output>;

/** How this device stands to its place in the exam. */
export type Seat =
  | { readonly at: 'asking'; readonly waitingFor: No | null; readonly since: number }
  /** A living device holds the position; taking it over is an explicit second step. */
  | { readonly at: 'taken'; readonly lastSeenAt: number | null }
  /** Another device took it over from this one. */
  | { readonly at: 'superseded'; readonly since: number | null }
  | { readonly at: 'seated'; readonly epoch: number; readonly home: Home }
  | { readonly at: 'refused'; readonly no: No; readonly requestId: string | null };

interface SeatActions {
  readonly seat: Seat;
  readonly takeOver: () => void;
  readonly again: () => void;
  readonly lost: (since: number | null) => void;
}

const timeIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);

interface Claim {
  readonly deviceId: string;
  readonly takeOver: boolean;
}

/** After the end there is no position to hold: the page then only shows the receipt. */
const NO_EPOCH = 0;

async function takeSeat(
  call: Call,
  claim: Claim,
  options: { signal: AbortSignal; onWait: (no: No) => void },
): Promise<Seat | null> {
  const claimed = await insist(() => call(claimPosition, { body: claim }), options);
  if (!claimed) return null;
  const over = !claimed.ok && claimed.no.refused === 'ALREADY_OVER';
  if (!claimed.ok && claimed.no.refused === 'POSITION_TAKEN') {
    return { at: 'taken', lastSeenAt: timeIn(claimed.no.details?.lastSeenAt) };
  }
  if (!claimed.ok && !over) return { at: 'refused', no: claimed.no, requestId: claimed.requestId };
  const loaded = await insist(() => call(homeEndpoint), options);
  if (!loaded) return null;
  if (!loaded.ok) return { at: 'refused', no: loaded.no, requestId: loaded.requestId };
  return { at: 'seated', epoch: claimed.ok ? claimed.value.epoch : NO_EPOCH, home: loaded.value };
}

const asking = (waitingFor: No | null, since: number): Seat => ({ at: 'asking', waitingFor, since });

/** Claims the position of this device and loads its exam. `active` while this tab holds the exam. */
export function useSeat(deviceId: string, active: boolean, onSignedOut: () => void): SeatActions {
  const { call } = useApi();
  const [seat, setSeat] = useState<Seat>(() => asking(null, Date.now()));
  const [claim, setClaim] = useState({ takeOver: false, count: 0 });
  useEffect(() => {
    if (!active) return undefined;
    const control = new AbortController();
    const began = Date.now();
    const claimed = takeSeat(
      call,
      { deviceId, takeOver: claim.takeOver },
      { signal: control.signal, onWait: (no) => setSeat(asking(no, began)) },
    );
    void claimed.then((next) => {
      if (next?.at === 'refused' && next.no.refused === 'NOT_SIGNED_IN') onSignedOut();
      else if (next) setSeat(next);
    });
    return () => control.abort();
  }, [call, deviceId, active, claim, onSignedOut]);
  const restart = useCallback((takeOver: boolean) => {
    setSeat(asking(null, Date.now()));
    setClaim(({ count }) => ({ takeOver, count: count + 1 }));
  }, []);
  const takeOver = useCallback(() => restart(true), [restart]);
  const again = useCallback(() => restart(false), [restart]);
  const lost = useCallback((since: number | null) => setSeat({ at: 'superseded', since }), []);
  return { seat, takeOver, again, lost };
}
