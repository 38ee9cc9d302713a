import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { readScore, saveScore, sealScore, type scoreSheet } from '#contract/scores';
import { useApi } from '../../api/ApiProvider';
import { insist } from '../../api/insist';
import type { Refused, Result } from '../../api/result';
import { valuesOf } from './score-state';

type ScoreSheet = z.infer<typeof scoreSheet>;

export interface Score {
  readonly sheet: ScoreSheet | null;
  /** As typed, so that what is wrong stays to be mended. */
  readonly typed: Readonly<Record<string, string>>;
  readonly note: string;
  readonly state: 'saved' | 'unsaved' | 'saving';
  readonly refused: Refused | null;
  readonly setValue: (criterion: string, typed: string) => void;
  readonly setNote: (note: string) => void;
  readonly seal: () => Promise<boolean>;
}

/** Written to the server this long after the last key. */
const SAVE_AFTER_MS = 800;
const PATIENCE_MS = 20_000;

interface Draft {
  readonly typed: Readonly<Record<string, string>>;
  readonly note: string;
}

const draftOf = (sheet: ScoreSheet): Draft => ({
  typed: Object.fromEntries(Object.entries(sheet.values).map(([id, value]) => [id, String(value)])),
  note: sheet.note,
});

interface Sheet {
  readonly sheet: ScoreSheet | null;
  readonly refused: Score['refused'];
  /** Keeps what an endpoint answered; true when it carried a sheet. */
  readonly take: (result: Result<ScoreSheet> | null) => boolean;
}

/** The sheet as the server has it. */
function useSheet(sittingId: string, onRead: (sheet: ScoreSheet) => void): Sheet {
  const { call } = useApi();
  const [sheet, setSheet] = useState<ScoreSheet | null>(null);
  const [refused, setRefused] = useState<Score['refused']>(null);
  const take = useCallback((result: Result<ScoreSheet> | null): boolean => {
    setRefused(result && !result.ok ? result : null);
    if (!result?.ok) return false;
    setSheet(result.value);
    return true;
  }, []);
  useEffect(() => {
    const given = new AbortController();
    const read = async (): Promise<void> => {
      const result = await insist(() => call(readScore, { params: { sittingId } }), { signal: given.signal });
      if (take(result) && result?.ok) onRead(result.value);
    };
    void read();
    return () => given.abort();
  }, [call, sittingId, take, onRead]);
  return { sheet, refused, take };
}

/** This examiner's sheet for one candidate: saved as one writes, sealed once. */
export function useScore(sittingId: string): Score {
  const { call } = useApi();
  const [draft, setDraft] = useState<Draft>({ typed: {}, note: '' });
  const [state, setState] = useState<Score['state']>('saved');
  const onRead = useCallback((read: ScoreSheet) => setDraft(draftOf(read)), []);
  const { sheet, refused, take } = useSheet(sittingId, onRead);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = async ({ typed, note }: Draft): Promise<boolean> => {
    setState('saving');
    const body = { values: valuesOf(sheet?.criteria ?? [], typed), note };
    const ask = () => call(saveScore, { params: { sittingId }, body });
    const saved = take(await insist(ask, { signal: AbortSignal.timeout(PATIENCE_MS) }));
    setState(saved ? 'saved' : 'unsaved');
    return saved;
  };
  const change = (next: Draft): void => {
    setDraft(next);
    setState('unsaved');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(next), SAVE_AFTER_MS);
  };
  const seal = async (): Promise<boolean> => {
    clearTimeout(timer.current);
    if (state !== 'saved' && !(await save(draft))) return false;
    const ask = () => call(sealScore, { params: { sittingId } });
    return take(await insist(ask, { signal: AbortSignal.timeout(PATIENCE_MS) }));
  };
  return {
    sheet,
    ...draft,
    state,
    refused,
    setValue: (criterion, typed) => change({ ...draft, typed: { ...draft.typed, [criterion]: typed } }),
    setNote: (note) => change({ ...draft, note }),
    seal,
  };
}
