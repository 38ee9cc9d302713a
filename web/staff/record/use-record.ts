import { useEffect, useState } from 'react';
import type { OutputOf } from '#contract/endpoint';
import { sittingRecord } from '#contract/rooms';
import type { ConsoleRow } from '#protocol/live.schema';
import { useApi } from '../../api/ApiProvider';
import { insist } from '../../api/insist';
import type { Refused } from '../../api/result';

export type RecordedEvent = OutputOf<typeof sittingRecord>['events'][number];

interface SittingRecord {
  /** Null while it is read for the first time. */
  readonly events: readonly RecordedEvent[] | null;
  readonly refused: Refused | null;
}

/** What happened in one sitting, oldest first; read again as it goes on. */
export function useRecord({ sittingId, revision }: ConsoleRow): SittingRecord {
  const { call } = useApi();
  const [events, setEvents] = useState<SittingRecord['events']>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  useEffect(() => {
    const given = new AbortController();
    const read = async (): Promise<void> => {
      const ask = () => call(sittingRecord, { params: { sittingId } });
      const result = await insist(ask, { signal: given.signal });
      if (!result) return;
      setRefused(result.ok ? null : result);
      if (result.ok) setEvents(result.value.events);
    };
    void read();
    return () => given.abort();
  }, [call, sittingId, revision]);
  return { events, refused };
}
