import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { ulid } from 'ulid';
import { saveAnswers, type SavedAnswers } from '#contract/answers';
import { useApi } from '../../../../api/ApiProvider';
import { pause } from '../../../../api/insist';
import { spreadDelay } from '../../../../api/retry';
import { useServerClock } from '../../../../ui/server-clock';
import { useSitting } from '../../../sitting/sitting-context';
import { createAnswerShelf } from './answer-shelf';
import { AnswerKeeper, type KeeperState } from './keeper';

/** Strokes gather so long before a save; what is promised is two seconds. */
const GATHER_MS = 1_000;
/** While the clock runs nobody waits longer than this for the next try. */
const LONGEST_WAIT_MS = 8_000;

const none = (): (() => void) => () => undefined;

export interface KeptPaper {
  readonly keeper: AnswerKeeper;
  readonly kept: KeeperState;
}

/** The answers to one paper: as an earlier page left them here, on top of what the server has. */
export function useAnswers(saved: SavedAnswers): KeptPaper | null {
  const { call } = useApi();
  const { now } = useServerClock();
  const { home, epoch, onSuperseded, onSignedOut } = useSitting();
  const [keeper, setKeeper] = useState<AnswerKeeper | null>(null);
  const clock = useRef(now);
  useEffect(() => {
    clock.current = now;
  }, [now]);
  const first = useRef(saved);
  const { sittingId } = home.candidate;
  const { stepId } = saved;
  useEffect(() => {
    let opened: AnswerKeeper | null = null;
    let closed = false;
    const parts = {
      key: `${sittingId}/${stepId}`,
      shelf: createAnswerShelf(),
      save: ({ saveId, base, changes }: { saveId: string; base: number; changes: SavedAnswers['answers'] }) =>
        call(saveAnswers, { body: { epoch, stepId, saveId, base, changes } }),
      wait: (attempt: number, signal: AbortSignal) =>
        pause(Math.min(LONGEST_WAIT_MS, spreadDelay(attempt, Math.random)), signal),
      gather: (signal: AbortSignal) => pause(GATHER_MS, signal),
      now: () => clock.current(),
      newId: ulid,
    };
    void AnswerKeeper.open(parts, first.current).then((made) => {
      if (closed) return made.close();
      opened = made;
      setKeeper(made);
    });
    return () => {
      closed = true;
      opened?.close();
    };
  }, [call, epoch, sittingId, stepId]);
  const kept = useSyncExternalStore(keeper?.subscribe ?? none, () => keeper?.current() ?? null);
  const no = kept?.refused?.no;
  useEffect(() => {
    if (no?.refused === 'SUPERSEDED') onSuperseded(null);
    if (no?.refused === 'NOT_SIGNED_IN') onSignedOut();
  }, [no, onSuperseded, onSignedOut]);
  return keeper && kept ? { keeper, kept } : null;
}
