import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { whoAmI } from '#contract/auth';
import { lookAtPairing, spendPairing } from '#contract/pairing';
import { insist } from '../../api/insist';
import { useApi } from '../../api/ApiProvider';
import type { No, Refused } from '../../api/result';
import { deviceIdIn } from '../kept/device-id';

export type PairBy = { readonly token: string } | { readonly code: string };
export type Looked = z.infer<typeof lookAtPairing.output>;

export type Pairing =
  | { readonly at: 'looking'; readonly waitingFor: No | null }
  /** This browser sits the exam itself: pairing it would end that. */
  | { readonly at: 'first-device' }
  | { readonly at: 'looked'; readonly looked: Looked }
  | { readonly at: 'refused'; readonly refused: Refused };

interface UsePairing {
  readonly pairing: Pairing;
  readonly spending: boolean;
  /** Joins as position 2; resolves to true when it did. */
  readonly spend: () => Promise<boolean>;
}

/** Looks first, which spends nothing: scanners and chats open links by themselves. */
export function usePairing(by: PairBy): UsePairing {
  const { call } = useApi();
  const [pairing, setPairing] = useState<Pairing>({ at: 'looking', waitingFor: null });
  const [spending, setSpending] = useState(false);
  const [pairedBy] = useState(by);
  useEffect(() => {
    const control = new AbortController();
    const options = {
      signal: control.signal,
      onWait: (waitingFor: No) => setPairing({ at: 'looking', waitingFor }),
    };
    const look = async (): Promise<void> => {
      const known = await insist(() => call(whoAmI), options);
      if (known?.ok && known.value.kind === 'candidate' && known.value.position === 1) {
        return setPairing({ at: 'first-device' });
      }
      const result = known && (await insist(() => call(lookAtPairing, { body: pairedBy }), options));
      if (!result) return;
      setPairing(result.ok ? { at: 'looked', looked: result.value } : { at: 'refused', refused: result });
    };
    void look();
    return () => control.abort();
  }, [call, pairedBy]);
  const spend = async (): Promise<boolean> => {
    setSpending(true);
    const deviceId = deviceIdIn(() => window.localStorage);
    const result = await call(spendPairing, { body: { ...pairedBy, deviceId } });
    setSpending(false);
    if (!result.ok) setPairing({ at: 'refused', refused: result });
    return result.ok;
  };
  return { pairing, spending, spend };
}
