import { useCallback, useEffect, useState } from 'react';
import { talk } from '#contract/rooms';
import type { ConsoleRow } from '#protocol/live.schema';
import { useApi } from '../../api/ApiProvider';
import type { Refused } from '../../api/result';
import { useConsoleContext } from '../console/context';
import { groupOf } from '../console/row-state';

export interface Call {
  /** The candidate whom this member of staff talks with. */
  readonly row: ConsoleRow | null;
  readonly busy: boolean;
  readonly refused: Refused | null;
  readonly begin: (sittingId: string) => Promise<void>;
  readonly end: () => Promise<void>;
}

/**
 * The talk of this console, one at a time: the others then read that the officer is with another. It goes on while
 * somebody else is looked at, and ends by itself when the candidate has gone to the exam room.
 */
export function useCall(): Call {
  const { call } = useApi();
  const { me, view } = useConsoleContext();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const row = view.rows.find(({ talkingWith }) => talkingWith?.staffId === me.staffId) ?? null;
  const turn = useCallback(
    async (sittingId: string, on: boolean): Promise<void> => {
      setBusy(true);
      const result = await call(talk, { params: { sittingId }, body: { on } });
      setBusy(false);
      setRefused(result.ok ? null : result);
    },
    [call],
  );
  const begin = useCallback((sittingId: string) => turn(sittingId, true), [turn]);
  const sittingId = row?.sittingId ?? null;
  const end = useCallback(() => (sittingId ? turn(sittingId, false) : Promise.resolve()), [turn, sittingId]);
  const isGone = row !== null && ['inside', 'over'].includes(groupOf(row));
  useEffect(() => {
    if (isGone) void end();
  }, [isGone, end]);
  return { row: isGone ? null : row, busy, refused, begin, end };
}
