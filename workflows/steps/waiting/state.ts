interface InQueue {
  readonly enteredAt: number;
  readonly deferrals: number;
  readonly missed: number;
  /** Who deferred him last, for whoever does it at the same time; absent: nobody yet. */
  readonly deferred?: { readonly by: string; readonly at: number };
}
export interface Queued extends InQueue {
  readonly phase: 'queued';
}
interface Away extends InQueue {
  readonly phase: 'away';
  readonly until: number;
}
export interface Invited extends InQueue {
  readonly phase: 'invited';
  /** Number of the invitation in the room. */
  readonly seq: number;
  readonly by: string;
  readonly invitedAt: number;
  readonly expiresAt: number;
  readonly remindAt: number;
  readonly moreTimeGiven: boolean;
}
interface MustBeCalled extends InQueue {
  readonly phase: 'must-be-called';
}
export type WaitingState = Queued | Away | Invited | MustBeCalled;

export const backInQueue = ({ enteredAt, deferrals, missed, deferred }: WaitingState): Queued => ({
  phase: 'queued',
  enteredAt,
  deferrals,
  missed,
  ...(deferred && { deferred }),
});
