import { useCallback, useState } from 'react';
import { ulid } from 'ulid';
import { confirmTake } from '#contract/takes';
import { useApi } from '../../../api/ApiProvider';
import { insist } from '../../../api/insist';
import type { Refused } from '../../../api/result';
import { useSitting } from '../../sitting/sitting-context';

interface Confirming {
  readonly confirm: (takeId: string) => Promise<void>;
  readonly busy: boolean;
  readonly refused: Refused | null;
}

/** Waited out as any command is: two minutes of silence are an outage, and then the button is there again. */
const PATIENCE_MS = 120_000;

/** This take is the answer: sealed by the server, and the next question or the receipt follows. */
export function useConfirm(): Confirming {
  const { call } = useApi();
  const { epoch, view, live, onSuperseded, onSignedOut } = useSitting();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const stepId = view?.stepId ?? '';
  const roomSeq = view?.roomSeq ?? 0;
  const confirm = useCallback(
    async (takeId: string) => {
      setBusy(true);
      setRefused(null);
      const body = { commandId: ulid(), epoch, stepId, roomSeq };
      const ask = () => call(confirmTake, { params: { takeId }, body });
      const result = await insist(ask, { signal: AbortSignal.timeout(PATIENCE_MS) });
      setBusy(false);
      if (result?.ok) return live.offerView(result.value.view);
      const code = result?.no.refused;
      if (code === 'SUPERSEDED') return onSuperseded(null);
      if (code === 'NOT_SIGNED_IN') return onSignedOut();
      setRefused(result ?? { no: { refused: 'OFFLINE' }, requestId: null });
    },
    [call, epoch, live, onSignedOut, onSuperseded, roomSeq, stepId],
  );
  return { confirm, busy, refused };
}
