import { useCallback, useEffect, useState } from 'react';
import { ulid } from 'ulid';
import type { OutputOf } from '#contract/endpoint';
import { captureCard, decideIdentity, readIdentity } from '#contract/identity';
import { useApi } from '../../api/ApiProvider';
import { insist } from '../../api/insist';
import type { Refused } from '../../api/result';

export type IdentityPictures = OutputOf<typeof readIdentity>;
export type Verdict = 'same' | 'different' | 'unsure';

export interface Identity {
  readonly pictures: IdentityPictures | null;
  readonly busy: Verdict | 'capture' | null;
  readonly refused: Refused | null;
  readonly capture: (picture: Blob) => Promise<void>;
  readonly decide: (verdict: Verdict, note: string) => Promise<void>;
}

const PATIENCE_MS = 20_000;

/** Pictures and case of one candidate; read again whenever `revision` says that something changed. */
export function useIdentity(sittingId: string, revision: number): Identity {
  const { call } = useApi();
  const [pictures, setPictures] = useState<IdentityPictures | null>(null);
  const [cardKey, setCardKey] = useState<string | null>(null);
  const [busy, setBusy] = useState<Identity['busy']>(null);
  const [refused, setRefused] = useState<Identity['refused']>(null);
  const read = useCallback(
    async (signal: AbortSignal) => {
      const result = await insist(() => call(readIdentity, { params: { sittingId } }), { signal });
      if (!result) return;
      if (result.ok) setPictures(result.value);
      else setRefused(result);
    },
    [call, sittingId],
  );
  useEffect(() => {
    const given = new AbortController();
    void read(given.signal);
    return () => given.abort();
  }, [read, revision]);
  const capture = async (picture: Blob): Promise<void> => {
    setBusy('capture');
    const result = await call(captureCard, { params: { sittingId }, body: picture });
    setBusy(null);
    if (!result.ok) return setRefused(result);
    setRefused(null);
    setCardKey(result.value.key);
    setPictures((known) => known && { ...known, cardUrl: result.value.url });
  };
  const decide = async (verdict: Verdict, note: string): Promise<void> => {
    setBusy(verdict);
    const body = { commandId: ulid(), verdict, note: note.trim() || null, cardKey };
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const result = await insist(() => call(decideIdentity, { params: { sittingId }, body }), { signal });
    setBusy(null);
    setRefused(result && !result.ok ? result : null);
    await read(AbortSignal.timeout(PATIENCE_MS));
  };
  return { pictures, busy, refused, capture, decide };
}
