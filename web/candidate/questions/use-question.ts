import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { readQuestion } from '#contract/sitting';
import { insist } from '../../api/insist';
import { useApi } from '../../api/ApiProvider';
import type { Refused } from '../../api/result';

export type Question = z.infer<typeof readQuestion.output>;

interface AskedQuestions {
  readonly questions: Readonly<Record<string, Question>>;
  readonly refused: Refused | null;
}

/** Fetches each question as it is dispatched, so that reading it does not wait for the network. */
export function useQuestions(ids: readonly string[]): AskedQuestions {
  const { call } = useApi();
  const [questions, setQuestions] = useState<Readonly<Record<string, Question>>>({});
  const [refused, setRefused] = useState<Refused | null>(null);
  const wanted = ids.join();
  useEffect(() => {
    const control = new AbortController();
    const fetchAll = async (): Promise<void> => {
      for (const questionId of wanted ? wanted.split(',') : []) {
        const ask = () => call(readQuestion, { params: { questionId } });
        const result = await insist(ask, { signal: control.signal });
        if (!result) return;
        if (result.ok) setQuestions((known) => ({ ...known, [questionId]: result.value }));
        else setRefused(result);
      }
    };
    void fetchAll();
    return () => control.abort();
  }, [call, wanted]);
  return { questions, refused };
}
