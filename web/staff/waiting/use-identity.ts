import { useCallback, useEffect, useRef, useState } from 'react';
import { ulid } from 'ulid';
import type { OutputOf } from '#contract/endpoint';
import { captureCard, decideIdentity, readIdentity } from '#contract/identity';
import type { ConsoleRow } from '#protocol/live.schema';
import { useApi } from '../../api/ApiProvider';
import { insist } from '../../api/insist';
import type { Refused } from '../../api/result';
import { useServerClock } from '../../ui/server-clock';

export type IdentityPictures = OutputOf<typeof readIdentity>;
export type Verdict = 'same' | 'different' | 'unsure';

export interface Identity {
  readonly pictures: IdentityPictures | null;
  readonly busy: Verdict | 'capture' | null;
  readonly refused: Refused | null;
  readonly capture: (picture: Blob) => Promise<void>;
  /** True when it was taken down. */
  readonly decide: (verdict: Verdict, note: string) => Promise<boolean>;
  /** A picture could not be loaded: its address works for some minutes only, so all are asked for again. */
  readonly renew: () => void;
  readonly dismiss: () => void;
}

const PATIENCE_MS = 20_000;
/** What a colleague says of an open case is no news of the sitting, so it is looked for. */
const LOOK_AGAIN_MS = 60_000;
const RENEW_AT_MOST_MS = 10_000;

/** Pictures and case as the server has them, renewed while the case is open and when the sitting's identity changes. */
function usePictures(row: ConsoleRow, onRefused: (refused: Refused) => void) {
  const { call } = useApi();
  const { sittingId } = row;
  const [pictures, setPictures] = useState<IdentityPictures | null>(null);
  const { status, caseId, attemptsUsed } = row.staff?.identity ?? {};
  const [asked, setAsked] = useState(0);
  const read = useCallback(
    async (signal: AbortSignal) => {
      const result = await insist(() => call(readIdentity, { params: { sittingId } }), { signal });
      if (!result) return;
      if (result.ok) setPictures(result.value);
      else onRefused(result);
    },
    [call, sittingId, onRefused],
  );
  useEffect(() => {
    const given = new AbortController();
    void read(given.signal);
    return () => given.abort();
  }, [read, status, caseId, attemptsUsed, asked]);
  const readAgain = useCallback(() => setAsked((count) => count + 1), []);
  const isOpen = pictures?.case != null && pictures.case.phase !== 'decided';
  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = setInterval(readAgain, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isOpen, readAgain]);
  return { pictures, setPictures, readAgain };
}

/** Not more often than every few seconds, whatever a page full of broken pictures asks for. */
function useSparingly(act: () => void, everyMs: number): () => void {
  const { now } = useServerClock();
  const last = useRef(-Infinity);
  return useCallback(() => {
    if (now() - last.current < everyMs) return;
    last.current = now();
    act();
  }, [act, everyMs, now]);
}

/** Everything that shows who one candidate is, and the decision of it. */
export function useIdentity(row: ConsoleRow): Identity {
  const { call } = useApi();
  const { sittingId } = row;
  const [cardKey, setCardKey] = useState<string | null>(null);
  const [busy, setBusy] = useState<Identity['busy']>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const { pictures, setPictures, readAgain } = usePictures(row, setRefused);
  const capture = async (picture: Blob): Promise<void> => {
    setBusy('capture');
    const result = await call(captureCard, { params: { sittingId }, body: picture });
    setBusy(null);
    if (!result.ok) return setRefused(result);
    setRefused(null);
    setCardKey(result.value.key);
    setPictures((known) => known && { ...known, cardUrl: result.value.url });
  };
  const decide = async (verdict: Verdict, note: string): Promise<boolean> => {
    setBusy(verdict);
    const body = { commandId: ulid(), verdict, note: note.trim() || null, cardKey };
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const result = await insist(() => call(decideIdentity, { params: { sittingId }, body }), { signal });
    setBusy(null);
    setRefused(result ? (result.ok ? null : result) : { no: { refused: 'UNAVAILABLE' }, requestId: null });
    if (result?.ok) setPictures((known) => known && { ...known, case: result.value });
    else readAgain();
    return result?.ok ?? false;
  };
  const renew = useSparingly(readAgain, RENEW_AT_MOST_MS);
  return { pictures, busy, refused, capture, decide, renew, dismiss: () => setRefused(null) };
}
