import type { z } from 'zod';
import type { stageTicket } from '#contract/video';
import type { Peer } from '#protocol/live.schema';
import type { StageKey } from './stage';

export type StageTicket = z.infer<typeof stageTicket>;

/** Somebody who was let onto a stage. */
export interface Boarding {
  readonly key: StageKey;
  readonly me: Peer;
  readonly slot: string;
  readonly moderator: boolean;
}

/** Who carries picture and sound. A ticket is asked for again at will; each is good for this stage alone. */
export interface VideoProvider {
  readonly ticket: (boarding: Boarding) => Promise<StageTicket>;
}
