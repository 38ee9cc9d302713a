import { useEffect, useRef } from 'react';
import { ulid } from 'ulid';
import { breakTake, readTakes } from '#contract/takes';
import { useApi } from '../../../api/ApiProvider';
import { insist } from '../../../api/insist';
import { useServerClock } from '../../../ui/server-clock';
import { useSitting } from '../../sitting/sitting-context';
import type { DeskParts } from './take-desk';

const ASK_TIMEOUT_MS = 4_000;

type Calls = Pick<DeskParts, 'ask' | 'breakTake' | 'serverSegments' | 'serverNow'>;

/** What the desk says to the server and asks it; always by what this page knows at that moment. */
export function useDeskCalls(position: 1 | 2): () => Calls {
  const { call } = useApi();
  const sitting = useSitting();
  const clock = useServerClock();
  const latest = useRef({ sitting, clock });
  useEffect(() => {
    latest.current = { sitting, clock };
  });
  return () => ({
    serverNow: () => latest.current.clock.now(),
    ask(command) {
      const { ask, view } = latest.current.sitting;
      void ask({ kind: 'step', stepId: view?.stepId ?? '', command });
    },
    async breakTake(takeId, cause, signal) {
      const { epoch, view, live } = latest.current.sitting;
      const body = {
        commandId: ulid(),
        epoch,
        stepId: view?.stepId ?? '',
        cause,
        roomSeq: view?.roomSeq ?? 0,
      };
      const result = await insist(() => call(breakTake, { params: { takeId }, body }), { signal });
      if (result?.ok) live.offerView(result.value.view);
    },
    async serverSegments(takeId) {
      const asked = await call(readTakes, {}, { timeoutMs: ASK_TIMEOUT_MS });
      const take = asked.ok ? asked.value.takes.find((each) => each.take.id === takeId) : undefined;
      const mine = take?.positions.find((each) => each.position === position);
      return mine?.segments.map(({ segment }) => segment) ?? [];
    },
  });
}
