import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import { offerPairing } from '#contract/pairing';
import { insist, pause } from '../../api/insist';
import { useApi } from '../../api/ApiProvider';
import { useSitting } from '../sitting/sitting-context';
import type { Refused } from '../../api/result';

export type Offer = z.infer<typeof offerPairing.output>;

interface PairingOffer {
  readonly offer: Offer | null;
  readonly refused: Refused | null;
  readonly renew: () => void;
}

/** Renewed this long before it ends, so that nobody scans a code in its last second. */
const BEFORE_END_MS = 10_000;

/** A code for the second device, fresh for as long as it is shown; the one before stays valid for a minute. */
export function usePairingOffer(): PairingOffer {
  const { call, time } = useApi();
  const { epoch, onSuperseded } = useSitting();
  const [offer, setOffer] = useState<Offer | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [count, setCount] = useState(0);
  useEffect(() => {
    const control = new AbortController();
    const { signal } = control;
    const keepFresh = async (): Promise<void> => {
      while (!signal.aborted) {
        const result = await insist(() => call(offerPairing, { body: { epoch } }), { signal });
        if (!result) return;
        if (!result.ok) {
          if (result.no.refused === 'SUPERSEDED') onSuperseded(null);
          setRefused(result);
          return;
        }
        setRefused(null);
        setOffer(result.value);
        await pause(Math.max(5_000, result.value.expiresAt - time.now() - BEFORE_END_MS), signal);
      }
    };
    void keepFresh();
    return () => control.abort();
  }, [call, time, epoch, onSuperseded, count]);
  const renew = useCallback(() => setCount((renewed) => renewed + 1), []);
  return { offer, refused, renew };
}
