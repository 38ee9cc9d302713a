import { useEffect, useState } from 'react';
import type { OutputOf } from '#contract/endpoint';
import { listRehearsals, listRehearsedExams } from '#contract/rehearsal';
import { useApi } from '../api/ApiProvider';
import { insist } from '../api/insist';
import type { Refused } from '../api/result';
import type { RehearsedExam } from './lines';

type Rehearsals = OutputOf<typeof listRehearsals>;

/** Exams of the reader, and everybody of the chosen one; renewed while the page is open. */
export function useRehearsals() {
  const { call } = useApi();
  const [exams, setExams] = useState<readonly RehearsedExam[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [rehearsals, setRehearsals] = useState<Rehearsals | null>(null);
  const [failed, setFailed] = useState<Refused | null>(null);
  const examId = chosen ?? exams?.[0]?.id ?? null;
  useEffect(() => {
    const stop = new AbortController();
    void insist(() => call(listRehearsedExams), { signal: stop.signal }).then((result) => {
      if (!result) return;
      setFailed(result.ok ? null : result);
      if (result.ok) setExams(result.value.exams);
    });
    return () => stop.abort();
  }, [call]);
  useEffect(() => {
    if (examId === null) return undefined;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async (): Promise<void> => {
      const ask = () => call(listRehearsals, { params: { examId } });
      const result = await insist(ask, { signal: stop.signal });
      if (!result) return;
      setFailed(result.ok ? null : result);
      if (result.ok) setRehearsals(result.value);
      timer = setTimeout(() => void read(), RENEW_MS);
    };
    void read();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [call, examId]);
  const choose = (id: string): void => {
    setRehearsals(null);
    setChosen(id);
  };
  return { exams, examId, choose, rehearsals, failed };
}

const RENEW_MS = 30_000;
