import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { readTimeAccount } from '#contract/time-account';
import { insist } from '../../api/insist';
import { useApi } from '../../api/ApiProvider';
import type { Refused } from '../../api/result';
import { useSitting } from '../sitting/sitting-context';

export type TimeAccount = z.infer<typeof readTimeAccount.output>;

/** Read again whenever the clock or an outage changes, so that an answer of staff is seen as it comes. */
export function useTimeAccount(): {
  readonly account: TimeAccount | null;
  readonly refused: Refused | null;
} {
  const { call } = useApi();
  const { view, surroundings } = useSitting();
  const [account, setAccount] = useState<TimeAccount | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const outages = (surroundings?.outages ?? []).map(({ id, to }) => `${id}${to}`).join();
  useEffect(() => {
    const control = new AbortController();
    void insist(() => call(readTimeAccount), { signal: control.signal }).then((result) => {
      if (result?.ok) setAccount(result.value);
      if (result) setRefused(result.ok ? null : result);
    });
    return () => control.abort();
  }, [call, view?.revision, outages]);
  return { account, refused };
}
