import { useEffect } from 'react';
import { candidateMessages } from '#contract/live';
import { useApi } from '../../api/ApiProvider';
import type { LiveState } from '../../live/live-state';
import { useLive, useLiveStore } from '../../live/use-live';
import { useOutbox } from '../commands/use-outbox';
import type { Seated } from '../seat/SeatGate';
import type { Sitting } from './sitting-context';
import { useNetwork } from './use-network';
import { useOutcomes } from './use-outcomes';

const viewOf = (state: LiveState) => state.view;
const surroundingsOf = (state: LiveState) => state.surroundings;
const supersededOf = (state: LiveState) => state.superseded;
const hellosOf = (state: LiveState) => state.hellos;

interface SeatedHere extends Seated {
  readonly position: 1 | 2;
  readonly onSignedOut: () => void;
}

type SittingState = Sitting & ReturnType<typeof useNetwork>;

/** Everything of a sitting that its pages share: the view, commands, the stream, and the network's state. */
export function useSittingState(seated: SeatedHere): SittingState {
  const { home, epoch, position, onSuperseded, onSignedOut } = seated;
  const { call } = useApi();
  const live = useLiveStore(undefined);
  const view = useLive(live, viewOf) ?? home.view;
  const surroundings = useLive(live, surroundingsOf);
  const superseded = useLive(live, supersededOf);
  const hellos = useLive(live, hellosOf);
  const { network, onHeard } = useNetwork(live.renew);
  const { refused, forget, onOutcome } = useOutcomes({ live, onSuperseded, onSignedOut });
  const { ask, sending } = useOutbox({ sittingId: home.candidate.sittingId, epoch, live, onOutcome });

  useEffect(() => {
    if (home.view) live.offerView(home.view);
  }, [home, live]);
  useEffect(() => {
    if (superseded?.position === position && superseded.epoch > epoch) onSuperseded(null);
  }, [superseded, position, epoch, onSuperseded]);
  useEffect(() => {
    if (hellos === 0) return;
    void call(candidateMessages).then((result) => result.ok && live.offerMessages(result.value.messages));
  }, [call, live, hellos]);
  // Another step: what was refused in the one before is past.
  useEffect(forget, [forget, view?.stepId]);

  const shared = { home, epoch, live, view, surroundings, network, onHeard };
  return { ...shared, ask, sending, refused, onSuperseded, onSignedOut };
}
