import { useEffect } from 'react';
import { sendWatchStill } from '#contract/proctored';
import { useApi } from '../../../api/ApiProvider';

/** Sends a still now and then; one that does not get through is not made up for, the next one follows. */
export function useWatchStills(
  of: 'camera' | 'screen',
  everyMs: number | null,
  grab: () => Promise<Blob | null>,
): void {
  const { call } = useApi();
  useEffect(() => {
    if (everyMs === null) return undefined;
    const gone = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const send = async (): Promise<void> => {
      const picture = await grab().catch(() => null);
      if (picture && !gone.signal.aborted) await call(sendWatchStill, { params: { of }, body: picture });
      if (!gone.signal.aborted) timer = setTimeout(() => void send(), everyMs);
    };
    void send();
    return () => {
      gone.abort();
      clearTimeout(timer);
    };
  }, [call, of, everyMs, grab]);
}
