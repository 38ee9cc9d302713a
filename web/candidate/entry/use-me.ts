import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import { whoAmI, type me } from '#contract/auth';
import { insist } from '../../api/insist';
import { useApi } from '../../api/ApiProvider';
import type { No } from '../../api/result';

type Me = z.infer<typeof me>;

export type Asked =
  | { readonly at: 'asking'; readonly waitingFor: No | null; readonly since: number }
  | { readonly at: 'known'; readonly me: Me; readonly sessionEnded: boolean }
  | { readonly at: 'refused'; readonly no: No; readonly requestId: string | null };

interface UseMe {
  readonly asked: Asked;
  readonly askAgain: () => void;
  /** The server said that the session is over. */
  readonly signedOut: () => void;
}

const nobody: Me = { kind: 'nobody' };

/** Who this browser is signed in as. */
export function useMe(): UseMe {
  const { call } = useApi();
  const [asked, setAsked] = useState<Asked>(() => ({ at: 'asking', waitingFor: null, since: Date.now() }));
  const [count, setCount] = useState(0);
  useEffect(() => {
    const control = new AbortController();
    const since = Date.now();
    const onWait = (waitingFor: No): void => setAsked({ at: 'asking', waitingFor, since });
    void insist(() => call(whoAmI), { signal: control.signal, onWait }).then((result) => {
      if (!result) return;
      if (result.ok) setAsked({ at: 'known', me: result.value, sessionEnded: false });
      else setAsked({ at: 'refused', no: result.no, requestId: result.requestId });
    });
    return () => control.abort();
  }, [call, count]);
  const askAgain = useCallback(() => setCount((asks) => asks + 1), []);
  const signedOut = useCallback(() => setAsked({ at: 'known', me: nobody, sessionEnded: true }), []);
  return { asked, askAgain, signedOut };
}
