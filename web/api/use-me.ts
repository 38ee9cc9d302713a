import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import { whoAmI, type me } from '#contract/auth';
import { insist } from './insist';
import { useApi } from './ApiProvider';
import type { No } from './result';

export type Me = z.infer<typeof me>;
export type StaffMe = Extract<Me, { kind: 'staff' }>;

export type Asked =
  | { readonly at: 'asking'; readonly waitingFor: No | null; readonly since: number }
  | { readonly at: 'known'; readonly me: Me; readonly sessionEnded: boolean }
  | { readonly at: 'refused'; readonly no: No; readonly requestId: string | null };

interface UseMe {
  readonly asked: Asked;
  readonly askAgain: () => void;
  /** What an endpoint has just answered: nobody need ask again. */
  readonly become: (me: Me) => void;
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
  const become = useCallback((me: Me) => setAsked({ at: 'known', me, sessionEnded: false }), []);
  const signedOut = useCallback(() => setAsked({ at: 'known', me: nobody, sessionEnded: true }), []);
  return { asked, askAgain, become, signedOut };
}
