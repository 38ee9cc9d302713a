import { useState } from 'react';
import { talk } from '#contract/rooms';
import type { ConsoleRow } from '#protocol/live.schema';
import { useApi } from '../../api/ApiProvider';
import type { Refused } from '../../api/result';
import { useConsoleContext } from '../console/context';

export interface Talk {
  readonly talking: boolean;
  readonly busy: boolean;
  readonly refused: Refused | null;
  readonly turn: (on: boolean) => Promise<void>;
}

/** Turning to one candidate: the others then read that the officer is with another. */
export function useTalk(row: ConsoleRow | null): Talk {
  const { call } = useApi();
  const { me } = useConsoleContext();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Talk['refused']>(null);
  const turn = async (on: boolean): Promise<void> => {
    if (!row) return;
    setBusy(true);
    const result = await call(talk, { params: { sittingId: row.sittingId }, body: { on } });
    setBusy(false);
    setRefused(result.ok ? null : result);
  };
  return { talking: row?.talkingWith?.staffId === me.staffId, busy, refused, turn };
}
