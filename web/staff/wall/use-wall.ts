import { useCallback, useMemo } from 'react';
import { readWall } from '#contract/proctored';
import { useApi } from '../../api/ApiProvider';
import { useRepeated } from '../../api/use-repeated';
import { useServerNow } from '../../ui/server-clock';
import { useConsoleContext } from '../console/context';
import { lookOf } from '../console/row-state';
import { needyFirst, wallRowOf, type Stills } from './wall-row';

const EVERY_MS = 10_000;

/** Everybody of the room with the newest stills, who needs a look first. */
export function useWall() {
  const { me, view, unread } = useConsoleContext();
  const { call } = useApi();
  const now = useServerNow(5_000);
  const { roomId } = view.room;
  const ask = useCallback(() => call(readWall, { params: { roomId } }), [call, roomId]);
  const { known, failed } = useRepeated(ask, EVERY_MS);
  const stills = useMemo(() => {
    const bySitting = new Map<string, Stills>();
    for (const { sittingId, source, at, url } of known?.stills ?? [])
      bySitting.set(sittingId, { ...bySitting.get(sittingId), [source]: { at, url } });
    return bySitting;
  }, [known]);
  const rows = view.rows.map((row) =>
    wallRowOf(row, stills.get(row.sittingId) ?? {}, lookOf(me.role, unread.counts, row), now),
  );
  return { rows: needyFirst(rows), failed, now };
}
