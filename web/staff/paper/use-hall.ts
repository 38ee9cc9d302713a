import { useCallback, useMemo } from 'react';
import { roomPapers } from '#contract/answers';
import type { OutputOf } from '#contract/endpoint';
import { useApi } from '../../api/ApiProvider';
import type { No } from '../../api/result';
import { useRepeated } from '../../api/use-repeated';
import { useServerNow } from '../../ui/server-clock';
import { useConsoleContext } from '../console/context';
import { lookOf } from '../console/row-state';
import { needyFirst, paperRowOf, type PaperRow } from './paper-row';

const EVERY_MS = 4_000;
const JUDGED_MS = 5_000;

export interface Hall {
  /** Null until it was read for the first time. */
  readonly paper: OutputOf<typeof roomPapers> | null;
  readonly rows: readonly PaperRow[];
  /** Why the figures may be old. */
  readonly failed: No | null;
}

/** The room by its paper: live rows of the console, and the figures of the server beside them. */
export function useHall(stepId: string): Hall {
  const { call } = useApi();
  const { me, view, unread } = useConsoleContext();
  const { roomId } = view.room;
  const now = useServerNow(JUDGED_MS);
  const ask = useCallback(() => call(roomPapers, { params: { roomId, stepId } }), [call, roomId, stepId]);
  const { known, failed } = useRepeated(ask, EVERY_MS);
  const rows = useMemo(() => {
    const byId = new Map(known?.rows.map((row) => [row.sittingId, row]));
    const seen = { stepId, now, lookAt: (row: PaperRow['row']) => lookOf(me.role, unread.counts, row) };
    return needyFirst(view.rows.map((row) => paperRowOf(row, byId.get(row.sittingId) ?? null, seen)));
  }, [known, view.rows, stepId, now, me.role, unread.counts]);
  return { paper: known, rows, failed };
}
