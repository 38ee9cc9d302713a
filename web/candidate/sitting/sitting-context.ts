import { createContext, useContext } from 'react';
import type { Refused, Result } from '../../api/result';
import type { LiveStore } from '../../live/live-store';
import type { CandidateView } from '#protocol/views.schema';
import type { Surroundings } from '#protocol/live.schema';
import type { CommandAnswer, Asked, Sending } from '../commands/outbox';
import type { Home } from '../seat/use-seat';
import type { Network } from './network';

/** What every page of a device that holds its position may know and do. */
export interface Sitting {
  readonly home: Home;
  readonly epoch: number;
  readonly live: LiveStore;
  /** Null before the candidate entered. */
  readonly view: CandidateView | null;
  readonly surroundings: Surroundings | null;
  readonly network: Network;
  readonly ask: (asked: Asked) => Promise<Result<CommandAnswer>>;
  readonly sending: Sending | null;
  /** Why the last command was not done; gone with the next one. */
  readonly refused: Refused | null;
  readonly onSuperseded: (since: number | null) => void;
  readonly onSignedOut: () => void;
}

export const SittingContext = createContext<Sitting | null>(null);

export function useSitting(): Sitting {
  const sitting = useContext(SittingContext);
  if (!sitting) throw new Error('This page stands outside of a sitting');
  return sitting;
}
