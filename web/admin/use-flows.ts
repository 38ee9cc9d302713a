import { useCallback, useEffect, useState } from 'react';
import type { OutputOf } from '#contract/endpoint';
import { listFlows, type FlowFault } from '#contract/flows';
import { useApi } from '../api/ApiProvider';
import { insist } from '../api/insist';
import type { Refused } from '../api/result';

export type FlowList = OutputOf<typeof listFlows>;
export type FlowVersion = FlowList['flows'][number]['versions'][number];
export type Exam = FlowList['exams'][number];
export type { FlowFault };

export interface Flows {
  readonly list: FlowList | null;
  readonly failed: Refused | null;
  readonly readAgain: () => Promise<void>;
}

/** Every flow with its versions, and the exams that use them. */
export function useFlows(): Flows {
  const { call } = useApi();
  const [list, setList] = useState<FlowList | null>(null);
  const [failed, setFailed] = useState<Refused | null>(null);
  const read = useCallback(
    async (signal: AbortSignal) => {
      const result = await insist(() => call(listFlows), { signal });
      if (!result) return;
      setFailed(result.ok ? null : result);
      if (result.ok) setList(result.value);
    },
    [call],
  );
  useEffect(() => {
    const given = new AbortController();
    void read(given.signal);
    return () => given.abort();
  }, [read]);
  return { list, failed, readAgain: () => read(AbortSignal.timeout(20_000)) };
}

export interface KnownVersion extends FlowVersion {
  readonly key: string;
}

/** All versions of all flows, newest first. */
export function versionsOf(list: FlowList): KnownVersion[] {
  return list.flows
    .flatMap(({ key, versions }) => versions.map((version) => ({ ...version, key })))
    .sort((a, b) => b.publishedAt - a.publishedAt);
}
