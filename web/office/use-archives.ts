import { useEffect, useState } from 'react';
import { listArchivedExams } from '#contract/archive';
import type { OutputOf } from '#contract/endpoint';
import { useApi } from '../api/ApiProvider';
import { insist } from '../api/insist';
import type { Refused } from '../api/result';

export type ArchivedExam = OutputOf<typeof listArchivedExams>['exams'][number];

const RENEW_MS = 5_000;

/** Exams with their archives; looked at again, since a download ends outside of this page. */
export function useArchives() {
  const { call } = useApi();
  const [exams, setExams] = useState<readonly ArchivedExam[] | null>(null);
  const [failed, setFailed] = useState<Refused | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async (): Promise<void> => {
      const result = await insist(() => call(listArchivedExams), { signal: stop.signal });
      if (!result) return;
      setFailed(result.ok ? null : result);
      if (result.ok) setExams(result.value.exams);
      timer = setTimeout(() => void read(), RENEW_MS);
    };
    void read();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [call]);
  return { exams, failed };
}
