import { useCallback, useState } from 'react';
import { ulid } from 'ulid';
import { orderRoom, orderSitting } from '#contract/rooms';
import type { RoomOrder, SittingOrder } from '#protocol/orders.schema';
import { useApi } from '../../api/ApiProvider';
import { insist } from '../../api/insist';
import type { Refused, Result } from '../../api/result';

export interface Orders {
  readonly toRoom: (order: RoomOrder) => Promise<boolean>;
  readonly toSitting: (sittingId: string, order: SittingOrder) => Promise<boolean>;
  /** Kind of the order under way; its button is busy. */
  readonly busy: string | null;
  readonly refused: Refused | null;
  readonly dismiss: () => void;
}

/** An order is repeated with its id for this long while the network or a part of ours is away. */
const PATIENCE_MS = 20_000;

/** Gives orders: one id a click, repeated until answered, the refusal kept until the next one. */
export function useOrders(roomId: string): Orders {
  const { call } = useApi();
  const [busy, setBusy] = useState<string | null>(null);
  const [refused, setRefused] = useState<Orders['refused']>(null);

  const give = useCallback(async (kind: string, ask: () => Promise<Result<unknown>>): Promise<boolean> => {
    setBusy(kind);
    setRefused(null);
    const result = await insist(ask, { signal: AbortSignal.timeout(PATIENCE_MS) });
    setBusy(null);
    if (result?.ok) return true;
    setRefused(result ?? { no: { refused: 'UNAVAILABLE' }, requestId: null });
    return false;
  }, []);
  const toRoom = useCallback(
    (order: RoomOrder) => {
      const body = { commandId: ulid(), order };
      return give(order.kind, () => call(orderRoom, { params: { roomId }, body }));
    },
    [give, call, roomId],
  );
  const toSitting = useCallback(
    (sittingId: string, order: SittingOrder) => {
      const body = { commandId: ulid(), order };
      return give(order.kind, () => call(orderSitting, { params: { sittingId }, body }));
    },
    [give, call],
  );
  return { toRoom, toSitting, busy, refused, dismiss: () => setRefused(null) };
}
