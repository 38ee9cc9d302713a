import { useEffect } from 'react';
import { ulid } from 'ulid';
import { playRehearsal } from '#contract/rehearsal';
import type { CandidateView } from '#protocol/views.schema';
import { useApi } from '../../api/ApiProvider';

const INVITE_AFTER_MS = 6_000;
const QUESTION_AFTER_MS = 4_000;
const AGAIN_MS = 5_000;

type Act = { readonly act: 'invite' | 'question'; readonly afterMs: number };

/** What staff would do next where this candidate is; null: nothing. */
export function nextAct(view: CandidateView | null): Act | null {
  const step = view?.step;
  if (step?.kind === 'waiting' && (step.phase === 'queued' || step.phase === 'must-be-called'))
    return { act: 'invite', afterMs: INVITE_AFTER_MS };
  if (step?.kind === 'interview' && step.phase === 'running' && step.questions.length === 0)
    return { act: 'question', afterMs: QUESTION_AFTER_MS };
  return null;
}

/** Plays the staff: invites after some seconds, hands a question out. Asked again until the view shows it. */
export function usePlayedStaff(view: CandidateView | null): void {
  const { call } = useApi();
  const next = nextAct(view);
  const act = next?.act ?? null;
  const afterMs = next?.afterMs ?? 0;
  useEffect(() => {
    if (act === null) return undefined;
    const commandId = ulid();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const play = async (): Promise<void> => {
      await call(playRehearsal, { body: { commandId, act } });
      timer = setTimeout(() => void play(), AGAIN_MS);
    };
    timer = setTimeout(() => void play(), afterMs);
    return () => clearTimeout(timer);
  }, [call, act, afterMs]);
}
