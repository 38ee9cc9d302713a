import { useEffect, useState } from 'react';
import { readQuestion } from '#contract/sitting';
import { useApi } from '../../../api/ApiProvider';
import { insist } from '../../../api/insist';
import type { Question } from '../../questions/use-question';

/** The answer to a press comes before everybody else hears of it: a no that soon passes is asked again. */
const AGAIN_MS = 700;
const TRIES = 30;

/** The question's words, once it is shown. */
export function useRecordedQuestion(id: string | null): Question | null {
  const { call } = useApi();
  const [question, setQuestion] = useState<Question | null>(null);
  useEffect(() => {
    if (id === null) return undefined;
    const control = new AbortController();
    const { signal } = control;
    const look = async (): Promise<void> => {
      for (let tries = 0; tries < TRIES && !signal.aborted; tries += 1) {
        const result = await insist(() => call(readQuestion, { params: { questionId: id } }), { signal });
        if (result?.ok) return setQuestion(result.value);
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    };
    void look();
    return () => control.abort();
  }, [call, id]);
  return question?.id === id ? question : null;
}
