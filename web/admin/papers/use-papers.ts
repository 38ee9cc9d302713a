import { useCallback, useEffect, useState } from 'react';
import type { OutputOf } from '#contract/endpoint';
import { listFlows } from '#contract/flows';
import { listPapers } from '#contract/papers';
import { useApi } from '../../api/ApiProvider';
import { insist } from '../../api/insist';
import type { Refused } from '../../api/result';

export type PaperList = OutputOf<typeof listPapers>;
export type PaperStep = PaperList['steps'][number];
type Exam = OutputOf<typeof listFlows>['exams'][number];

interface Papers {
  /** Null until they were read. */
  readonly exams: readonly Exam[] | null;
  readonly examId: string | null;
  readonly choose: (examId: string) => void;
  readonly list: PaperList | null;
  readonly failed: Refused | null;
  readonly readAgain: () => Promise<void>;
}

const PATIENCE_MS = 20_000;

/** Exams, and the papers of the one that is chosen. */
export function usePapers(): Papers {
  const { call } = useApi();
  const [exams, setExams] = useState<readonly Exam[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [read, setRead] = useState<{ readonly examId: string; readonly list: PaperList } | null>(null);
  const [failed, setFailed] = useState<Refused | null>(null);
  const examId = chosen ?? exams?.[0]?.id ?? null;
  useEffect(() => {
    const stop = new AbortController();
    void insist(() => call(listFlows), stop).then((result) => {
      if (result?.ok) setExams(result.value.exams);
      else if (result) setFailed(result);
    });
    return () => stop.abort();
  }, [call]);
  const readOf = useCallback(
    async (id: string, signal: AbortSignal): Promise<void> => {
      const result = await insist(() => call(listPapers, { params: { examId: id } }), { signal });
      if (!result) return;
      setFailed(result.ok ? null : result);
      if (result.ok) setRead({ examId: id, list: result.value });
    },
    [call],
  );
  useEffect(() => {
    if (!examId) return undefined;
    const stop = new AbortController();
    void readOf(examId, stop.signal);
    return () => stop.abort();
  }, [examId, readOf]);
  return {
    exams,
    examId,
    choose: setChosen,
    list: read?.examId === examId ? (read?.list ?? null) : null,
    failed,
    readAgain: async () => {
      if (examId) await readOf(examId, AbortSignal.timeout(PATIENCE_MS));
    },
  };
}
