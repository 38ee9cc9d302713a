import { useCallback } from 'react';
import type { OutputOf } from '#contract/endpoint';
import { listHelpCalls, readHelpCall } from '#contract/help';
import { useApi } from '../api/ApiProvider';
import { useRepeated } from '../api/use-repeated';

export type CallLine = OutputOf<typeof listHelpCalls>['calls'][number];
export type OpenedCall = OutputOf<typeof readHelpCall>;

const LIST_EVERY_MS = 3_000;
const CALL_EVERY_MS = 2_000;

/** Support's list, some seconds old at most: a handful of readers, and nothing that a stream could lose. */
export function useCalls() {
  const { call } = useApi();
  const ask = useCallback(() => call(listHelpCalls), [call]);
  return useRepeated(ask, LIST_EVERY_MS);
}

export function useOpenedCall({ sittingId, id: callId }: Pick<CallLine, 'sittingId' | 'id'>) {
  const { call } = useApi();
  const ask = useCallback(
    () => call(readHelpCall, { params: { sittingId, callId } }),
    [call, sittingId, callId],
  );
  return useRepeated(ask, CALL_EVERY_MS);
}
