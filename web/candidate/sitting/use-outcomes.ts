import { useCallback, useState } from 'react';
import { home as homeEndpoint } from '#contract/sitting';
import { useApi } from '../../api/ApiProvider';
import type { Result, Refused } from '../../api/result';
import type { LiveStore } from '../../live/live-store';
import type { CommandAnswer } from '../commands/outbox';

interface OutcomeParts {
  readonly live: LiveStore;
  readonly onSuperseded: (since: number | null) => void;
  readonly onSignedOut: () => void;
}

interface Outcomes {
  readonly refused: Refused | null;
  readonly forget: () => void;
  readonly onOutcome: (result: Result<CommandAnswer>) => void;
}

/** What the outcome of a command means for the page: a newer view, another device, another login, or a sentence. */
export function useOutcomes({ live, onSuperseded, onSignedOut }: OutcomeParts): Outcomes {
  const { call } = useApi();
  const [refused, setRefused] = useState<Refused | null>(null);
  const onOutcome = useCallback(
    (result: Result<CommandAnswer>) => {
      if (result.ok) {
        setRefused(null);
        live.offerView(result.value.view);
        return;
      }
      const { refused: code, details } = result.no;
      if (code === 'SUPERSEDED') onSuperseded(typeof details?.since === 'number' ? details.since : null);
      else if (code === 'NOT_SIGNED_IN') onSignedOut();
      else {
        setRefused({ no: result.no, requestId: result.requestId });
        // The refusal means that the page is behind: what is true now comes with a fresh view.
        void call(homeEndpoint).then(
          (fresh) => fresh.ok && fresh.value.view && live.offerView(fresh.value.view),
        );
      }
    },
    [call, live, onSuperseded, onSignedOut],
  );
  const forget = useCallback(() => setRefused(null), []);
  return { refused, forget, onOutcome };
}
