import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import { logout, whoAmI, type me } from '#contract/auth';
import { useApi } from '../../api/ApiProvider';
import { insist } from '../../api/insist';

export type Me = z.infer<typeof me>;
export type StaffMe = Extract<Me, { kind: 'staff' }>;

export interface Session {
  /** Null while it is not known yet. */
  readonly me: Me | null;
  readonly enter: (me: Me) => void;
  readonly leave: () => Promise<void>;
}

/** Who is signed in here; asks until the server answers. */
export function useMe(): Session {
  const { call } = useApi();
  const [me, setMe] = useState<Me | null>(null);
  useEffect(() => {
    const given = new AbortController();
    const ask = async (): Promise<void> => {
      const result = await insist(() => call(whoAmI), { signal: given.signal });
      if (result) setMe(result.ok ? result.value : { kind: 'nobody' });
    };
    void ask();
    return () => given.abort();
  }, [call]);
  const leave = useCallback(async () => {
    await call(logout);
    setMe({ kind: 'nobody' });
  }, [call]);
  return { me, enter: setMe, leave };
}
