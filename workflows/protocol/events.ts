/** Something that happened to a sitting, as it enters the record: ids, codes and times, never a name or a text. */
export interface SittingEvent {
  readonly kind: string;
  readonly at: number;
  /** `candidate`, `system`, or `staff:<id>`. */
  readonly by: string;
  readonly stepId: string | null;
  /** Set on the event that answers a command; unique in a sitting. */
  readonly commandId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** One accepted change: revision r is recorded only where r-1 is. */
export interface RecordedChange {
  readonly revision: number;
  readonly events: readonly SittingEvent[];
  /** The answer of the command that caused it, for repeats after the workflow is gone. */
  readonly answer: { readonly commandId: string; readonly json: string } | null;
}
